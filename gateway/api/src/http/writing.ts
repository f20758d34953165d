import { localDateOf, localTimeOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { Language } from '@asaichi/contract/actor.ts'
import { createBoundedMap } from '@asaichi/service/bounded-map.ts'
import type { Writing } from '@asaichi/wording/facts.ts'

/** `2024年11月3日`, `3 November 2024`. */
type WriteDate = (year: number, month: number, day?: number) => string

const japanese: WriteDate = (year, month, day) => `${year}年${month}月${day === undefined ? '' : `${day}日`}`

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const english: WriteDate = (year, month, day) =>
  `${day === undefined ? '' : `${day} `}${MONTHS[month - 1]} ${year}`

// Who presses too early is told the same hour as everybody else.
const MOST_KNOWN = 100

/** How the API writes dates and times in a sentence. */
export const WRITING: Readonly<Record<Language, Writing>> = {
  ja: writingOf(japanese),
  'ja-easy': writingOf(japanese),
  en: writingOf(english),
}

function writingOf(write: WriteDate): Writing {
  const day = (date: string) => {
    const [year = 0, month = 0, number] = date.split('-').map(Number)
    return write(year, month, number)
  }
  const moment = remembered(instant => `${day(localDateOf(instant))} ${localTimeOf(instant)}`)
  const end = remembered(instant =>
    localTimeOf(instant) === '00:00' ? `${day(addDays(localDateOf(instant), -1))} 24:00` : moment(instant),
  )
  return { day, month: day, moment, end }
}

function remembered(write: (instant: string) => string): (instant: string) => string {
  const known = createBoundedMap<string>(MOST_KNOWN)
  return instant => {
    const found = known.get(instant)
    if (found !== undefined) return found
    const text = write(instant)
    known.set(instant, text)
    return text
  }
}
