import type { Language } from '@asaichi/contract/actor.ts'
import type { Instant, LocalDate, TimeOfDay } from '@asaichi/contract/time.ts'
import { plainText } from '@asaichi/wording/markup.ts'
import { dateAt, endAt, timeAt } from '../lib/tokyo.ts'
import { dateMarks, moneyMarks, monthMarks, shortDateMarks, timesText } from './dates.ts'
import { useLanguage } from './language.ts'
import { Ruby } from './text.tsx'

/** `2026年（令和8年）12月4日（金）`; `short` leaves the year out. */
export function Day({ date, short = false }: { readonly date: LocalDate; readonly short?: boolean }) {
  const language = useLanguage()
  return (
    <time dateTime={date}>
      <Ruby text={short ? shortDateMarks(date, language) : dateMarks(date, language)} />
    </time>
  )
}

type WhenProps = {
  readonly date: LocalDate
  readonly from: TimeOfDay
  readonly to: TimeOfDay
  readonly short?: boolean
}
/** `2026年（令和8年）12月4日（金）09:30～11:00` */
export function When({ date, from, to, short = false }: WhenProps) {
  const language = useLanguage()
  return (
    <>
      <Day date={date} short={short} /> <span class="nowrap">{timesText(from, to, language)}</span>
    </>
  )
}

/** A deadline or another point in time: day, weekday and hour. */
export function Moment({ at, short = false }: { readonly at: Instant; readonly short?: boolean }) {
  return (
    <>
      <Day date={dateAt(at)} short={short} /> <span class="nowrap">{timeAt(at)}</span>
    </>
  )
}

/** An end: midnight is the 24:00 of the day that ends, never the next day's 00:00. */
export function Until({ at, short = false }: { readonly at: Instant; readonly short?: boolean }) {
  const { date, time } = endAt(at)
  return (
    <>
      <Day date={date} short={short} /> <span class="nowrap">{time}</span>
    </>
  )
}

export function MonthText({ month }: { readonly month: string }) {
  return <Ruby text={monthMarks(month, useLanguage())} />
}

/** An amount; 0 is 無料. */
export function Money({ yen }: { readonly yen: number }) {
  return <Ruby text={moneyMarks(yen, useLanguage())} />
}

/** The same as plain text, for options, titles and names of controls. */
export const plain = {
  day: (date: LocalDate, language: Language) => plainText(dateMarks(date, language)),
  shortDay: (date: LocalDate, language: Language) => plainText(shortDateMarks(date, language)),
  moment: (at: Instant, language: Language) => `${plainText(dateMarks(dateAt(at), language))} ${timeAt(at)}`,
  until: (at: Instant, language: Language) => {
    const { date, time } = endAt(at)
    return `${plainText(dateMarks(date, language))} ${time}`
  },
  month: (month: string, language: Language) => plainText(monthMarks(month, language)),
  money: (yen: number, language: Language) => plainText(moneyMarks(yen, language)),
}
