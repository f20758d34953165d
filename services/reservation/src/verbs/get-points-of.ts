import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getPointsOf as request } from '@asaichi/contract/reservation/points.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Tables } from '../store/schema.ts'
import { readPoints } from './read-points.ts'

/** G8, T9: a person's points in the city of whoever looks. */
export async function getPointsOf(
  db: Kysely<Tables>,
  { actor, personId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  return done(await readPoints(db, { personId, cityId: actor.cityId }))
}
