import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listBookingsOf as request } from '@asaichi/contract/reservation/search.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { nextCursor } from '../store/reservation-cursor.ts'
import { listOfPerson } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'

/** T9: what a person has and had in the city of whoever looks. */
export async function listBookingsOf(
  db: Kysely<Tables>,
  { actor, personId, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const page = { statuses: undefined, cityId: actor.cityId, after, limit }
  const items = await listOfPerson(db, personId, page)
  return done({ items: [...items], next: nextCursor(items, limit) })
}
