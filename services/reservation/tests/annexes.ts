import { emit } from '@asaichi/bus/emit.ts'
import { venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { demoSpace, demoVenue } from '@asaichi/testkit/demo-venue.ts'
import type { ReservationBed } from './reservation-bed.ts'

/** Two more venues, `annex` and `other`, with so many rooms each: desks of their own, beside each other. */
export async function tellAnnexes(bed: ReservationBed, rooms: number): Promise<void> {
  const spaces = Array.from({ length: rooms }, (_, nr) =>
    demoSpace({ spaceId: `annex-${nr}`, name: `annex-${nr}` }),
  )
  for (const venueId of ['annex', 'other']) {
    const venue = demoVenue({
      venueId,
      doors: [],
      spaces: spaces.map(space => ({
        ...space,
        spaceId: `${venueId}-${space.spaceId}`,
        listings: space.listings.map(listing => ({
          ...listing,
          listingId: `${venueId}-${listing.listingId}`,
        })),
      })),
    })
    await bed.neighbours.catalog.publish(tx =>
      emit(tx, venueChanged, { aggregateId: venueId, version: 1, data: { venue, version: 1 } }),
    )
  }
  await bed.quiet(bed.neighbours.catalog)
}

/** The free listing of a room. */
export function annexRoom(venueId: string, nr: number): string {
  return `${venueId}-annex-${nr}`
}
