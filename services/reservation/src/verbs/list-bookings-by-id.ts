import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listBookingsById as request } from '@asaichi/contract/reservation/search.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findReservations, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'

/** T12: what the ids of another service's list stand for. */
export async function listBookingsById(
  db: Kysely<Tables>,
  { actor, reservationIds }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const all = await findReservations(db, reservationIds)
  return done({ items: all.filter(({ cityId }) => cityId === actor.cityId).map(withoutOccupancy) })
}
