import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { lookAtClosing as request } from '@asaichi/contract/reservation/closings.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { closingSpans } from '../domain/closing-spans.ts'
import { findMet } from '../store/closings.ts'
import { findVenue } from '../store/copies.ts'
import { findReservations, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'

const MOST = 100

/** G13: whom an act would meet, by start. */
export async function lookAtClosing(
  db: Kysely<Tables>,
  { actor, plan }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const venue = await findVenue(db, plan.venueId)
  if (!venue || venue.cityId !== actor.cityId) return refuse('not-found')
  const spans = closingSpans(plan, venue)
  if (!spans.ok) return spans
  const met = await findMet(db, plan.venueId, spans.value)
  const ids = met.flatMap(({ reservationId }) => (reservationId === null ? [] : [reservationId]))
  const bookings = await findReservations(db, ids.slice(0, MOST))
  return done({
    spans: spans.value.length,
    bookings: bookings
      .toSorted((a, b) => (`${a.startsAt} ${a.reservationId}` < `${b.startsAt} ${b.reservationId}` ? -1 : 1))
      .map(withoutOccupancy),
    more: ids.length > MOST,
    holds: met.length - ids.length,
  })
}
