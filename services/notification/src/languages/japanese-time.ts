import { formatJapaneseDate } from '@asaichi/calendar/eras.ts'
import { localDateOf, localTimeOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'

/** `2024年（令和6年）12月1日（日）`, as on every screen. */
export function japaneseDate(date: string): string {
  return formatJapaneseDate(date, { era: true })
}

/** `09:00～12:00`. */
export function span(from: string, to: string): string {
  return `${from}～${to}`
}

/** `2024年（令和6年）12月1日（日）09:00` of the city's clock. */
export function japaneseMoment(instant: string): string {
  return `${japaneseDate(localDateOf(instant))}${localTimeOf(instant)}`
}

/** The last moment of a time that ends there: the end of a day is its 24:00, not the next day's 00:00. */
export function japaneseDeadline(instant: string): string {
  return localTimeOf(instant) === '00:00'
    ? `${japaneseDate(addDays(localDateOf(instant), -1))}24:00`
    : japaneseMoment(instant)
}

/** `14:05:30` of the city's clock. */
export function clockSeconds(instant: string): string {
  return `${localTimeOf(instant)}:${instant.slice(17, 19)}`
}

/** When a code opens, told against the day of use: only the time, `24:00` for its end, and the date where the margins reach another day (G9). */
export function codeSpan(from: string, to: string, date: string): string {
  const ends =
    to.slice(11) === '15:00:00.000Z' && localDateOf(to) === addDays(date, 1) ? '24:00' : near(to, date)
  return `${near(from, date)}～${ends}`
}

function near(instant: string, date: string): string {
  const day = localDateOf(instant)
  const time = localTimeOf(instant)
  return day === date ? time : `${formatJapaneseDate(day)}${time}`
}
