import { addMinutes, addMs } from '@asaichi/calendar/instant.ts'

const HOUR_MS = 3_600_000
/** How long before its start a code is put on the lock: over a weekend, and over New Year's closure. */
export const HORIZON_MS = 7 * 24 * HOUR_MS
const SHOWN_AFTER_END_MS = 24 * HOUR_MS
const HASH_KEPT_MS = 90 * 24 * HOUR_MS

/** Half-open: `from` opens, `to` does not. */
export type AccessWindow = { readonly from: string; readonly to: string }
export type DoorMinutes = { readonly before: number; readonly after: number }

export type Booked = { readonly startsAt: string; readonly endsAt: string }

/** G9: the booked time and the city's margins around it, as far as the room is nobody else's then. */
export function accessWindow(
  booked: Booked,
  margin: DoorMinutes,
  neighbours: readonly Booked[] = [],
): AccessWindow {
  const whole = {
    from: addMinutes(booked.startsAt, -margin.before),
    to: addMinutes(booked.endsAt, margin.after),
  }
  return neighbours.reduce((window, neighbour) => cutAt(window, { booked, neighbour, margin }), whole)
}

type Meeting = { readonly booked: Booked; readonly neighbour: Booked; readonly margin: DoorMinutes }

/**
 * The window without what reaches into a neighbour's: ours begins no sooner than the earlier one's time ends, and ends where the
 * later one's begins. The booked time itself is never cut.
 */
export function cutAt({ from, to }: AccessWindow, { booked, neighbour, margin }: Meeting): AccessWindow {
  const isEarlier = neighbour.endsAt <= booked.startsAt
  const isLater = neighbour.startsAt >= booked.endsAt
  const theirs = latest(addMinutes(neighbour.startsAt, -margin.before), booked.endsAt)
  return {
    from: isEarlier ? latest(from, neighbour.endsAt) : from,
    to: isLater && theirs < to ? theirs : to,
  }
}

function latest(one: string, other: string): string {
  return one > other ? one : other
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
