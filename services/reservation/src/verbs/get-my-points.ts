import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { getMyPoints as request } from '@asaichi/contract/reservation/points.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Tables } from '../store/schema.ts'
import { readPoints } from './read-points.ts'

/** G8 */
export async function getMyPoints(
  db: Kysely<Tables>,
  { actor }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return done(await readPoints(db, actor))
}
