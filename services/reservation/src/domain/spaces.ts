import type { Listing, Space, Venue } from '@asaichi/contract/catalog.ts'

export type Bookable = { readonly venue: Venue; readonly space: Space; readonly listing: Listing }

/**
 * M13: a booking takes its space and all its parts. A booking of a part then meets one of the whole on the part's own row, while
 * two different parts never meet. Sorted, because locks are taken by id.
 */
export function spacesTakenBy(venue: Venue, spaceId: string): readonly string[] {
  return [...new Set(partsOf(venue, spaceId))].toSorted()
}

export function findListing(venue: Venue, listingId: string): Bookable | undefined {
  for (const space of venue.spaces) {
    const listing = space.listings.find(each => each.listingId === listingId)
    if (listing) return { venue, space, listing }
  }
  return undefined
}

/** The space itself and all it is made of, at any depth. */
function partsOf(venue: Venue, spaceId: string, seen: readonly string[] = []): readonly string[] {
  if (seen.includes(spaceId)) return []
  const parts = venue.spaces.find(space => space.spaceId === spaceId)?.parts ?? []
  return [spaceId, ...parts.flatMap(part => partsOf(venue, part, [...seen, spaceId]))]
}
