import type { Venue } from '@asaichi/contract/catalog/venue.ts'

/** Every listing of a city's facilities, for a select. */
export function listingOptions(venues: readonly Venue[]) {
  return venues.flatMap(venue =>
    venue.spaces.flatMap(space =>
      space.listings.map(({ listingId, name }) => ({ value: listingId, label: `${venue.name} ${name}` })),
    ),
  )
}
