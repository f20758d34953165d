import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { listMine as request } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { nextCursor } from '../store/reservation-cursor.ts'
import { listOfPerson } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'

/** M28 */
export async function listMine(
  db: Kysely<Tables>,
  { actor, statuses, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const items = await listOfPerson(db, actor.personId, { statuses, after, limit })
  return done({ items: [...items], next: nextCursor(items, limit) })
}
