import { GRID_MINUTES, minutesOf } from '@asaichi/calendar/grid.ts'
import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import type { TimeRange } from '../../../lib/range.ts'

/** What a time costs, in yen (M14), each half hour at the rate of the day and the reader's class (G10). */
export function totalYen(
  { yenPerStep }: Pick<Listing, 'yenPerStep'>,
  { from, to }: TimeRange,
  rate = 10_000,
): number {
  return ((minutesOf(to) - minutesOf(from)) / GRID_MINUTES) * Math.floor((yenPerStep * rate) / 10_000)
}
