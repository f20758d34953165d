import type { Fact } from '@asaichi/bus/apply-event.ts'
import { addMs, localDateOf } from '@asaichi/calendar/instant.ts'
import { monthsBetween } from '@asaichi/calendar/local-date.ts'
import { spacesShowing } from '@asaichi/calendar/space-parts.ts'
import type { spaceReleased, spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { bumpMonths, keepOccupied, keepReleased } from '../store/occupancies.ts'
import type { Tables } from '../store/schema.ts'
import { findVenue } from '../store/venues.ts'

/** The copy of reservation's calendar: a booking arrives with all its parts; a whole shows what they hold (M13). */
export async function occupySpaces(
  tx: Transaction<Tables>,
  { data }: Fact<z.output<typeof spacesOccupied.data>>,
): Promise<void> {
  const changed = await keepOccupied(tx, data.occupancies)
  for (const [venueId, taken] of Map.groupBy(changed, each => each.venueId)) {
    const spaceIds = [...new Set(taken.map(each => each.spaceId))]
    const months = [...new Set(taken.flatMap(monthsOf))]
    await bumpMonths(tx, await showing(tx, venueId, spaceIds), months)
  }
}

/** A release is final, whether it comes before or after its occupancy. */
export async function releaseSpaces(
  tx: Transaction<Tables>,
  { data }: Fact<z.output<typeof spaceReleased.data>>,
): Promise<void> {
  for (const { spaceId, ...span } of await keepReleased(tx, data))
    await bumpMonths(tx, await showing(tx, data.venueId, [spaceId]), monthsOf(span))
}

async function showing(
  tx: Transaction<Tables>,
  venueId: string,
  spaceIds: readonly string[],
): Promise<readonly string[]> {
  return spacesShowing((await findVenue(tx, venueId))?.spaces ?? [], spaceIds)
}

/** The months of the city's calendar the span touches. */
function monthsOf({
  startsAt,
  endsAt,
}: {
  readonly startsAt: string
  readonly endsAt: string
}): readonly string[] {
  const monthAt = (instant: string) => localDateOf(instant).slice(0, -3)
  return monthsBetween(monthAt(startsAt), monthAt(addMs(endsAt, -1)))
}
