import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getWatchMail as request } from '@asaichi/contract/reservation/watches.ts'
import { placeNamesOf } from '@asaichi/store/catalog-copy.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findVenue } from '../store/copies.ts'
import type { Tables } from '../store/schema.ts'
import { findWatch } from '../store/watches.ts'

/** For notification, which asks when it sends: mail R. */
export async function getWatchMail(
  db: Kysely<Tables>,
  { watchId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const watch = await findWatch(db, watchId)
  const venue = watch && (await findVenue(db, watch.venueId))
  if (!watch || !venue) return refuse('not-found')
  return done({ ...watch, venueAddress: venue.address, placeNames: placeNamesOf(venue) })
}
