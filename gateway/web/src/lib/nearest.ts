import { minutesOf } from '@asaichi/calendar/grid.ts'
import { endChoices, type RangeLimits, type Slot, startChoices, stillFree, type TimeRange } from './range.ts'

type Wanted = { readonly range: TimeRange; readonly limits: RangeLimits; readonly most: number }

/** R14: free ranges as long as the one that was taken, those that begin nearest to it first. */
export function nearestFree(slots: readonly Slot[], { range, limits, most }: Wanted): readonly TimeRange[] {
  const minutes = minutesOf(range.to) - minutesOf(range.from)
  const same = { ...limits, minMinutes: minutes, maxMinutes: minutes }
  return startChoices(slots, same)
    .map(from => ({ from, to: endChoices(slots, from, same)[0] ?? from }))
    .sort((a, b) => distance(a, range) - distance(b, range) || (a.from < b.from ? -1 : 1))
    .slice(0, most)
}

/**
 * R14: a day after a refusal. A calendar in which the whole range is still free has not heard yet of who has it, and would offer
 * the very time that was lost.
 */
export function withoutLost(slots: readonly Slot[], range: TimeRange): readonly Slot[] {
  if (!stillFree(slots, range, { minMinutes: 0 })) return slots
  return slots.map(slot => (slot.from >= range.from && slot.to <= range.to ? { ...slot, mark: 'x' } : slot))
}

function distance(a: TimeRange, b: TimeRange): number {
  return Math.abs(minutesOf(a.from) - minutesOf(b.from))
}
