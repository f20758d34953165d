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

/** The same with its seconds, `07:00:03`. */
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
