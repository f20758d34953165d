import { addDays } from '@asaichi/calendar/local-date.ts'
import type { Instant, LocalDate, TimeOfDay } from '@asaichi/contract/time.ts'

const NINE_HOURS_MS = 9 * 3_600_000

/** The civil date of the city at an instant; phones of this age have no Temporal, and Japan has no summer time. */
export function dateAt(instant: Instant): LocalDate {
  return inTokyo(instant).slice(0, 10)
}

/** The wall time `HH:MM` of the city at an instant. */
export function timeAt(instant: Instant): TimeOfDay {
  return inTokyo(instant).slice(11, 16)
}

/** The civil date and wall time of an end: midnight is the 24:00 of the day that ends, never the next day's 00:00. */
export function endAt(instant: Instant): { readonly date: LocalDate; readonly time: TimeOfDay } {
  const [date, time] = [dateAt(instant), timeAt(instant)]
  return time === '00:00' ? { date: addDays(date, -1), time: '24:00' } : { date, time }
}

/** The wall time with its seconds, `07:00:03`. */
export function timeOfDayWithSeconds(instant: Instant): string {
  return inTokyo(instant).slice(11, 19)
}

/** To the millisecond, `07:00:03.120`, where the order of presses matters (V2). */
export function preciseTimeAt(instant: Instant): string {
  return inTokyo(instant).slice(11, 23)
}

function inTokyo(instant: Instant): string {
  return new Date(Date.parse(instant) + NINE_HOURS_MS).toISOString()
}
