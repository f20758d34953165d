import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { keepVenueFacts } from '../store/catalog-copy.ts'
import { revokeEmergencyCodes } from '../store/codes.ts'
import { findWaiting } from '../store/grants.ts'
import { keepDoors } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { drawSoon } from './draw-soon.ts'
import { fillSoon } from './fill-spares.ts'
import { reviseSets } from './revise-sets.ts'

/**
 * The venue's doors; a new one gets its first, empty set, and grants that waited for the venue get their codes. One that is taken out
 * loses its number for an emergency (V13), which nobody could end any more, and what it has in store (V14).
 */
export async function keepVenue(
  tx: Transaction<Tables>,
  { venue, version }: { readonly venue: Venue; readonly version: number },
): Promise<void> {
  if (!(await keepVenueFacts(tx, venue, version))) return
  const { doors, removed } = await keepDoors(tx, venue)
  await revokeEmergencyCodes(tx, removed, await townNow(tx))
  await reviseSets(tx, [...doors, ...removed])
  await fillSoon(tx, venue.venueId, { lockIds: [...doors, ...removed], cause: `venue-${version}` })
  const waiting = await findWaiting(tx, { venueId: venue.venueId })
  await drawSoon(tx, waiting, `venue-${version}`)
}
