import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getPointsMail as request } from '@asaichi/contract/reservation/points.ts'
import { placeNamesOf } from '@asaichi/store/catalog-copy.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findVenue } from '../store/copies.ts'
import { findPoint } from '../store/points.ts'
import { findReservation } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { pointOf } from './point-of.ts'
import { readStanding } from './read-standing.ts'

/** For notification, which asks when it sends: mail T. */
export async function getPointsMail(
  db: Kysely<Tables>,
  { pointId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const point = await findPoint(db, pointId)
  const booking = point && (await findReservation(db, point.reservationId))
  const venue = booking && (await findVenue(db, booking.venueId))
  if (!point || !booking || !venue) return refuse('not-found')
  const { personId, cityId } = point
  const { venueName, spaceName, date, from, to } = booking
  const { standing } = await readStanding(db, point)
  return done({
    ...standing,
    point: pointOf(point),
    cityId,
    personId,
    venueName,
    spaceName,
    date,
    from,
    to,
    placeNames: placeNamesOf(venue),
  })
}
