import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { weighVenue as request } from '@asaichi/contract/reservation/weigh-venue.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { whyOutside } from '../domain/why-outside.ts'
import { findVenue } from '../store/copies.ts'
import { listAhead } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'

const MOST_SHOWN = 20

/** M12, M13: the bookings ahead that a changed venue would leave outside its hours or its rooms. */
export async function weighVenue(
  db: Kysely<Tables>,
  { venue }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const known = await findVenue(db, venue.venueId)
  if (!known || known.cityId !== venue.cityId) return refuse('not-found')
  const outside = (await listAhead(db, venue.venueId)).flatMap(booked => {
    const why = whyOutside(booked, venue)
    return why ? [{ ...booked, why }] : []
  })
  const first = outside
    .slice(0, MOST_SHOWN)
    .map(({ reservationId, number, status, date, from, to, spaceName, why }) => {
      return { reservationId, number, status, date, from, to, spaceName, why }
    })
  return done({ bookings: outside.length, first })
}
