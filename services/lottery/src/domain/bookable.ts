import { withParts } from '@asaichi/calendar/space-parts.ts'
import type { Listing, Space, Venue } from '@asaichi/contract/catalog/venue.ts'

export type Bookable = { readonly venue: Venue; readonly space: Space; readonly listing: Listing }

export function findBookable(venues: readonly Venue[], listingId: string): Bookable | undefined {
  for (const venue of venues)
    for (const space of venue.spaces) {
      const listing = space.listings.find(each => each.listingId === listingId)
      if (listing) return { venue, space, listing }
    }
  return undefined
}

/** Every space that a booking of the listing takes (M13). */
export function spacesOf({ venue, space }: Bookable): readonly string[] {
  return withParts(venue.spaces, space.spaceId)
}
