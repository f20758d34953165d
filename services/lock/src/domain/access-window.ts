import { addMinutes, addMs } from '@asaichi/calendar/instant.ts'

const HOUR_MS = 3_600_000
/** How long before its start a code is put on the lock: over a weekend, and over New Year's closure. */
export const HORIZON_MS = 7 * 24 * HOUR_MS
const SHOWN_AFTER_END_MS = 24 * HOUR_MS
const HASH_KEPT_MS = 90 * 24 * HOUR_MS

/** Half-open: `from` opens, `to` does not. */
export type AccessWindow = { readonly from: string; readonly to: string }
export type DoorMinutes = { readonly before: number; readonly after: number }

/** G9: the booked time and the city's margins around it. */
export function accessWindow(
  booked: { readonly startsAt: string; readonly endsAt: string },
  margin: DoorMinutes,
): AccessWindow {
  return { from: addMinutes(booked.startsAt, -margin.before), to: addMinutes(booked.endsAt, margin.after) }
}

/** The moments a code's life changes by the clock alone. */
export function lifeOf({ from, to }: AccessWindow) {
  return {
    entersHorizonAt: addMs(from, -HORIZON_MS),
    endsAt: to,
    destroyedAt: addMs(to, SHOWN_AFTER_END_MS),
    forgottenAt: addMs(to, HASH_KEPT_MS),
  }
}
