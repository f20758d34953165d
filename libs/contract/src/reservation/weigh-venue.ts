import { z } from 'zod'
import { Venue } from '../catalog/venue.ts'
import { notFound, request } from '../define.ts'
import { ReservationId, ReservationNumber } from '../ids.ts'
import { LocalDate, TimeOfDay } from '../time.ts'
import { ReservationStatus } from './reservation.ts'

/** What a venue, put as it is in the document, would mean for bookings that lie ahead: nothing is changed, no booking is moved or cancelled by it. */
export const weighVenue = request('reservation.call.weigh-venue.v1', {
  input: z.object({ venue: Venue }),
  output: z.object({
    bookings: z.int().describe('that would lie outside'),
    first: z
      .array(
        z.object({
          reservationId: ReservationId,
          number: ReservationNumber.nullable(),
          status: ReservationStatus,
          date: LocalDate,
          from: TimeOfDay,
          to: TimeOfDay,
          spaceName: z.string(),
          why: z.enum(['room-gone', 'closed']),
        }),
      )
      .describe('the first twenty, by start'),
  }),
  refusals: notFound,
})
