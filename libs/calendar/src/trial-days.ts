import { instantAt } from './instant.ts'
import type { LocalDate } from './local-date.ts'

/** Where the clocks of the tests' towns begin: a Wednesday, with no holiday and no closed day in any window that lies ahead. */
export const ORDINARY_DAY: LocalDate = '2026-06-03'
export const ORDINARY_MORNING = morningOf(ORDINARY_DAY)

/** A day on which a town has stumbled, or well could. */
export type AwkwardDay = { readonly date: LocalDate; readonly why: string }

/** What `npm run dates` plays; the gate takes one of them by turns. */
export const AWKWARD_DAYS: readonly AwkwardDay[] = [
  { date: '2026-05-02', why: 'the Saturday on which Golden Week begins' },
  { date: '2026-09-21', why: 'the first of three holidays in a row, the second a Tuesday' },
  { date: '2026-10-31', why: 'the last day of a month of 31, a Saturday' },
  { date: '2026-11-29', why: 'the last Sunday of a month: first-come has closed for the rest of it' },
  { date: '2026-11-30', why: 'the last day of a month of 30' },
  { date: '2026-12-27', why: 'a Sunday with one office day left in the year' },
  { date: '2026-12-31', why: 'the year’s end, with hall and office closed' },
  { date: '2027-01-04', why: 'the first office day of a year' },
  { date: '2027-01-31', why: 'a last day that the next month does not have' },
  { date: '2027-02-28', why: 'the last day of February' },
  { date: '2027-03-22', why: 'a Monday off for a holiday on a Sunday' },
  { date: '2028-02-29', why: 'the leap day, a Tuesday' },
]

/** The awkward day whose turn it is: another one each day, the same for everyone on that day. */
export function awkwardDayOf(today: LocalDate): AwkwardDay {
  const day = Temporal.PlainDate.from(today).dayOfYear
  const turn = AWKWARD_DAYS[day % AWKWARD_DAYS.length]
  if (!turn) throw new RangeError('The list of awkward days is empty')
  return turn
}

/** Ten o'clock: what opens at 07:00 is open, and nothing of the day is over. */
export function morningOf(date: LocalDate): string {
  return instantAt(date, '10:00')
}
