import { localDateOf, localTimeOf } from '@asaichi/calendar/instant.ts'
import { weekday } from '@asaichi/calendar/local-date.ts'

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
  const date = localDateOf(instant)
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return `${WEEKDAYS[weekday(date)]} ${day} ${MONTHS[month - 1] ?? ''} ${year}, ${localTimeOf(instant)}`
}

/** `14:05:30` of the city's clock. */
export function englishClock(instant: string): string {
  return `${localTimeOf(instant)}:${instant.slice(17, 19)}`
}
