import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getMailFacts as request } from '@asaichi/contract/reservation/reservation.ts'
import { placeNamesOf } from '@asaichi/store/catalog-copy.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findVenue } from '../store/copies.ts'
import { findReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'

/** For notification and lock, which ask at send time. */
export async function getMailFacts(
  db: Kysely<Tables>,
  { reservationId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const reservation = await findReservation(db, reservationId)
  const venue = reservation && (await findVenue(db, reservation.venueId))
  if (!venue) return refuse('not-found')
  const spaceHasDoor = venue.doors.some(
    door => door.opens.length === 0 || door.opens.includes(reservation.spaceId),
  )
  return done({
    ...withoutOccupancy(reservation),
    venueAddress: venue.address,
    spaceHasDoor,
    placeNames: placeNamesOf(venue),
  })
}
