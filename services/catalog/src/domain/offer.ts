import { GRID_MINUTES } from '@asaichi/calendar/grid.ts'
import type { Availability } from '@asaichi/contract/catalog/availability.ts'

/** What a month has for somebody who wants to book now. `not-yet`: its last days open later, and so do all months behind it. */
export type Offer = 'something' | 'nothing' | 'not-yet'
type Day = Pick<Availability['days'][number], 'p' | 's'>

export function offerOf(days: readonly Day[], minMinutes: number): Offer {
  if (days.some(day => isBookable(day, minMinutes))) return 'something'
  return days.findLast(({ p }) => p !== '-')?.p === 'b' ? 'not-yet' : 'nothing'
}

/** M17, M21: entries or first-come requests are taken for the day, and the room's shortest use is free. */
export function isBookable({ p, s }: Day, minMinutes: number): boolean {
  return (p === 'l' || p === 'f') && s.includes('o'.repeat(Math.ceil(minMinutes / GRID_MINUTES)))
}
