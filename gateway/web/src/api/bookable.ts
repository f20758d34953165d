import type { Listing, Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import { api } from './client.ts'
import { useApi } from './use-api.ts'

/** One listing with everything around it. */
export type Bookable = { readonly venue: Venue; readonly space: Space; readonly listing: Listing }
type Found = { readonly listingId: string; readonly spaceId: string; readonly venue: Venue }

export function useListing(listingId: string) {
  return useApi(
    signal => api.get('/api/listings/{listingId}', { params: { listingId }, signal }),
    [listingId],
  )
}

/** What is booked, of an answer; nothing only while a venue is being rewritten. */
export function bookableOf({ listingId, spaceId, venue }: Found): Bookable | undefined {
  const space = venue.spaces.find(one => one.spaceId === spaceId)
  const listing = space?.listings.find(one => one.listingId === listingId)
  return space && listing && { venue, space, listing }
}
