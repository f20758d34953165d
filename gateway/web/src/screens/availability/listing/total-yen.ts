import { GRID_MINUTES, minutesOf } from '@asaichi/calendar/grid.ts'
import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import type { TimeRange } from '../../../lib/range.ts'

/** What a time costs, in yen (M14). */
export function totalYen({ yenPerStep }: Pick<Listing, 'yenPerStep'>, { from, to }: TimeRange): number {
  return ((minutesOf(to) - minutesOf(from)) / GRID_MINUTES) * yenPerStep
}
