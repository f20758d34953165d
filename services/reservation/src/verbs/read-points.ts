import type { PersonPoints } from '@asaichi/contract/reservation/points.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { findPublic } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { pointOf } from './point-of.ts'
import { readStanding } from './read-standing.ts'

const MOST = 200

/** G8: what somebody's points add up to in a city, and each with its booking, the newest first. */
export async function readPoints(
  db: Kysely<Tables>,
  person: { readonly personId: string; readonly cityId: string },
): Promise<PersonPoints> {
  const { standing, points } = await readStanding(db, person)
  const newest = points.toReversed().slice(0, MOST)
  const bookings = await findPublic(
    db,
    newest.map(({ reservationId }) => reservationId),
  )
  const items = newest.flatMap(point => {
    const booking = bookings.get(point.reservationId)
    if (!booking) return []
    const { listingId, venueName, spaceName, date, from, to } = booking
    return [{ ...pointOf(point), listingId, venueName, spaceName, date, from, to }]
  })
  return { ...standing, items }
}
