import type { getListing as request } from '@asaichi/contract/catalog/listings.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findVenue, venueOfListing } from '../store/venues.ts'

/** R6: what a page about one listing needs to name it. */
export async function getListing(
  { db }: Context,
  { listingId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const place = await venueOfListing(db, listingId)
  const venue = place && (await findVenue(db, place.venueId))
  return venue ? done({ listingId, spaceId: place.spaceId, venue }) : refuse('not-found')
}
