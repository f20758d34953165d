import holidayJp from '@holiday-jp/holiday_jp'
import { addDays, type LocalDate, weekday } from './local-date.ts'

/** A day of every year, `MM-DD`. */
export type MonthDay = string

/** Days on which the city hall is shut every year, both ends included; may run over the year's end. */
export type OfficeClosure = { readonly from: MonthDay; readonly to: MonthDay }

/** The usual year-end closure of Japanese city halls (M21). */
export const YEAR_END_CLOSURE: readonly OfficeClosure[] = [{ from: '12-29', to: '01-03' }]

/** The years the holiday table covers; outside them no holiday is known, so no booking may be taken. */
export const HOLIDAY_YEARS = { first: 1970, last: 2050 } as const

// Longer than any closure a city could mean: a policy without office days must fail, not spin.
const LONGEST_SEARCH_DAYS = 400

const HOLIDAY_NAMES: ReadonlyMap<LocalDate, string> = new Map(
  Object.values<{ readonly date: string; readonly name: string }>(holidayJp.holidays).map(holiday => [
    holiday.date,
    holiday.name,
  ]),
)

/** The Japanese name of the national holiday (振替休日 and 国民の休日 included) on the date, if it is one. */
export function holidayName(date: LocalDate): string | undefined {
  return HOLIDAY_NAMES.get(date)
}

/** Whether the city hall works on the date (開庁日): not Sat, Sun, a national holiday or an office closure (M21). */
export function isOfficeDay(date: LocalDate, closures = YEAR_END_CLOSURE): boolean {
  const day = weekday(date)
  if (day === 'sat' || day === 'sun' || HOLIDAY_NAMES.has(date)) return false
  const monthDay = date.slice(5)
  return !closures.some(closure => covers(closure, monthDay))
}

/** The n-th office day strictly before the date; the date itself for n = 0. */
export function officeDaysBefore(date: LocalDate, n: number, closures = YEAR_END_CLOSURE): LocalDate {
  let day = date
  for (let left = n; left > 0; left -= 1) day = nearestOfficeDay(addDays(day, -1), -1, closures)
  return day
}

/** The date itself if it is an office day, else the first office day after it. */
export function officeDayFrom(date: LocalDate, closures = YEAR_END_CLOSURE): LocalDate {
  return nearestOfficeDay(date, 1, closures)
}

function nearestOfficeDay(from: LocalDate, step: 1 | -1, closures: readonly OfficeClosure[]): LocalDate {
  let day = from
  for (let searched = 0; searched < LONGEST_SEARCH_DAYS; searched += 1) {
    if (isOfficeDay(day, closures)) return day
    day = addDays(day, step)
  }
  throw new RangeError('The office closures leave no office day')
}

function covers({ from, to }: OfficeClosure, monthDay: MonthDay): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to
}
