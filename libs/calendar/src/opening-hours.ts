import type { TimeOfDay } from './grid.ts'
import { holidayName } from './holidays.ts'
import { type LocalDate, type Weekday, weekday } from './local-date.ts'

/** The hours of a day on which the venue is open. */
export type OpenHours = { readonly opens: TimeOfDay; readonly closes: TimeOfDay }

/** A day on which the venue is shut, with the reason residents read. */
export type ClosedDay = { readonly closed: string }

/** One row of the weekly table. */
export type HoursRow = OpenHours | 'closed'

/** Days on which the venue is shut, both ends included. */
export type VenueClosure = { readonly from: LocalDate; readonly to: LocalDate; readonly reason: string }

/** A venue's opening hours (M10–M12): a row per weekday, a row for national holidays, and closures above both. */
export type WeeklyHours = Readonly<Record<Weekday, HoursRow>> & {
  /** Without this row a holiday is an ordinary weekday. */
  readonly holiday?: HoursRow | undefined
  /** Which row counts when a holiday falls on a weekday with hours of its own; the holiday's unless given. */
  readonly holidayRule?: 'holiday-wins' | 'weekday-wins' | undefined
  readonly closures?: readonly VenueClosure[] | undefined
}

/** The reasons given for days the weekly table itself shuts. */
export const WEEKLY_CLOSING = '定休日'
export const HOLIDAY_CLOSING = '祝日休館'

/** The hours of the venue on the date, or why it is closed. */
export function hoursOn(hours: WeeklyHours, date: LocalDate): OpenHours | ClosedDay {
  const closure = hours.closures?.find(({ from, to }) => from <= date && date <= to)
  if (closure !== undefined) return { closed: closure.reason }
  const holidayRow = holidayRowOn(hours, date)
  if (holidayRow !== undefined) return holidayRow === 'closed' ? { closed: HOLIDAY_CLOSING } : holidayRow
  const weekdayRow = hours[weekday(date)]
  return weekdayRow === 'closed' ? { closed: WEEKLY_CLOSING } : weekdayRow
}

function holidayRowOn({ holiday, holidayRule }: WeeklyHours, date: LocalDate): HoursRow | undefined {
  if (holidayRule === 'weekday-wins' || holidayName(date) === undefined) return undefined
  return holiday
}
