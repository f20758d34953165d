import type { Listing, Space, Venue } from '@asaichi/contract/catalog/venue.ts'

export type Bookable = { readonly venue: Venue; readonly space: Space; readonly listing: Listing }

export function findBookable(venue: Venue, listingId: string): Bookable | undefined {
  for (const space of venue.spaces) {
    const listing = space.listings.find(each => each.listingId === listingId)
    if (listing) return { venue, space, listing }
  }
  return undefined
}
