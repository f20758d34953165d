import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listApplications as request } from '@asaichi/contract/reservation/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { nextCursor } from '../store/reservation-cursor.ts'
import { listOfCity } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'

/** M25: what waits for the city's answer, the nearest 回答期限 first. */
export async function listApplications(
  db: Kysely<Tables>,
  { actor, ...wanted }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const items = await listOfCity(db, actor.cityId, { ...wanted, after: wanted.after })
  return done({ items: [...items], next: nextCursor(items, wanted.limit) })
}
