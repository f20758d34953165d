import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { getBan as request } from '@asaichi/contract/reservation/points.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Tables } from '../store/schema.ts'
import { readStanding } from './read-standing.ts'

/** G8: for the lottery, before it takes an entry. */
export async function getBan(
  db: Kysely<Tables>,
  person: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const { standing } = await readStanding(db, person)
  return done({ bannedUntil: standing.bannedUntil })
}
