import { z } from 'zod'
import { bare, notFound, request } from '../define.ts'
import { CityId, SpaceId, VenueId } from '../ids.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'
import { nameTranslations } from '../translations.ts'
import { Listing } from './venue.ts'

const opening = {
  venueId: VenueId,
  venueName: z.string(),
  venueTranslations: nameTranslations,
  date: LocalDate,
  hours: z.object({ opens: TimeOfDay, closes: TimeOfDay }).nullable(),
  closedReason: z.string().nullable(),
}

/** R7: all rooms of a venue on one day, the same for everyone; letters and phases are those of a room-month. */
export const VenueDay = z.object({
  cityId: CityId,
  ...opening,
  p: z.enum(['l', 'd', 'f', 'b', 'c', '-']),
  opensAt: Instant.nullable().describe('when first-come opens, where that still lies ahead'),
  rooms: z.array(
    z.object({
      spaceId: SpaceId,
      name: z.string(),
      translations: nameTranslations,
      capacity: z.int(),
      parts: z.array(SpaceId),
      listings: z.array(
        Listing.pick({ listingId: true, name: true, use: true, yenPerStep: true, translations: true }),
      ),
      s: z.string().describe('o free, x taken, h city use or closure, r freed but not yet reopened (G4)'),
    }),
  ),
})
export type VenueDay = z.infer<typeof VenueDay>
export const getVenueDay = request('catalog.call.get-venue-day.v1', {
  input: z.object({
    venueId: VenueId,
    date: LocalDate.optional().describe('without it the first day on which something can be booked'),
  }),
  output: VenueDay,
  refusals: { 'not-found': bare, 'date-out-of-range': z.object({ first: LocalDate, last: LocalDate }) },
})

/** M11: when rooms of a venue are closed by staff, from now on; the first hundred. Its days of closure are its document's. */
export const listRoomClosings = request('catalog.call.list-room-closings.v1', {
  input: z.object({ venueId: VenueId }),
  output: z.object({
    items: z.array(z.object({ startsAt: Instant, endsAt: Instant, spaceIds: z.array(SpaceId) })),
  }),
  refusals: notFound,
})

const Use = z.object({ kind: z.enum(['in-use', 'city-use', 'closure']), from: TimeOfDay, to: TimeOfDay })

/** K1: a venue's rooms at this moment, without a name of anybody or of any event. */
export const Board = z.object({
  ...opening,
  rooms: z.array(
    z.object({
      spaceId: SpaceId,
      name: z.string(),
      translations: nameTranslations,
      state: z.enum(['free', 'in-use', 'city-use', 'closure', 'closed']),
      until: TimeOfDay.nullable().describe('when this state ends; null outside the opening hours'),
      next: Use.nullable(),
      uses: z.array(Use).describe('of the whole day, by start'),
    }),
  ),
})
export type Board = z.infer<typeof Board>
export const getBoard = request('catalog.call.get-board.v1', {
  input: z.object({ venueId: VenueId }),
  output: Board,
  refusals: notFound,
})
