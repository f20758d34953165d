import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request } from '../define.ts'
import { PersonId, ReservationId } from '../ids.ts'
import { line } from '../text.ts'
import { Reservation } from './reservation.ts'

/**
 * T14: bookings of the actor's city by their number, by any part of the event's name, or of these people; for a year back, a
 * number for ever. The one whose number it is first, then what is nearest to now.
 */
export const searchBookings = request('reservation.call.search-bookings.v1', {
  input: z.object({ actor: Actor, query: line(120), personIds: z.array(PersonId).max(20) }),
  output: z.object({ items: z.array(Reservation).max(20), more: z.boolean() }),
  refusals: { 'not-allowed': bare },
})

/** T9: a person's bookings in the actor's city, newest use first. */
export const listBookingsOf = request('reservation.call.list-bookings-of.v1', {
  input: z.object({
    actor: Actor,
    personId: PersonId,
    after: z.string().max(80).optional(),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.object({ items: z.array(Reservation), next: z.string().nullable() }),
  refusals: { 'not-allowed': bare },
})

/** T12: which bookings these are; those of another city are left out. */
export const listBookingsById = request('reservation.call.list-bookings-by-id.v1', {
  input: z.object({ actor: Actor, reservationIds: z.array(ReservationId).max(100) }),
  output: z.object({ items: z.array(Reservation) }),
  refusals: { 'not-allowed': bare },
})
