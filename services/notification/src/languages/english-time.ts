import { localDateOf, localTimeOf } from '@asaichi/calendar/instant.ts'
import { addDays, weekday } from '@asaichi/calendar/local-date.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const

/** `Sunday 3 November 2024, 14:05`, by the city's clock. */
export function englishMoment(instant: string): string {
  return `${englishDate(localDateOf(instant))}, ${localTimeOf(instant)}`
}

/** The last moment of a time that ends there, as on every screen: the end of a day is its 24:00. */
export function englishDeadline(instant: string): string {
  return localTimeOf(instant) === '00:00'
    ? `${englishDate(addDays(localDateOf(instant), -1))}, 24:00`
    : englishMoment(instant)
}

/** `Sunday 3 November 2024`. */
export function englishDate(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return `${WEEKDAYS[weekday(date)]} ${day} ${MONTHS[month - 1] ?? ''} ${year}`
}

/** When a code opens, told against the day of use; the date where the margins reach another day (G9). */
export function englishCodeSpan(from: string, to: string, date: string): string {
  const near = (instant: string) =>
    localDateOf(instant) === date ? localTimeOf(instant) : englishMoment(instant)
  return `${near(from)}–${near(to)}`
}

/** `14:05:30` of the city's clock. */
export function englishClock(instant: string): string {
  return `${localTimeOf(instant)}:${instant.slice(17, 19)}`
}
