import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { keepVenueFacts } from '../store/catalog-copy.ts'
import { findWaiting } from '../store/grants.ts'
import { keepDoors } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { drawSoon } from './draw-soon.ts'
import { reviseSets } from './revise-sets.ts'

/** The venue's doors; a new one gets its first, empty set, and grants that waited for the venue get their codes. */
export async function keepVenue(
  tx: Transaction<Tables>,
  { venue, version }: { readonly venue: Venue; readonly version: number },
): Promise<void> {
  if (!(await keepVenueFacts(tx, venue, version))) return
  await reviseSets(tx, await keepDoors(tx, venue))
  const waiting = await findWaiting(tx, { venueId: venue.venueId })
  await drawSoon(tx, waiting, `venue-${version}`)
}
