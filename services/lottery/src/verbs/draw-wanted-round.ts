import type { Kysely } from '@asaichi/store/database.ts'
import type { Draws } from '../context.ts'
import type { Tables } from '../store/schema.ts'
import { drawRound } from './draw-round.ts'
import { takeChance } from './take-chance.ts'

/** The two steps of a draw, each a transaction of its own: what decides is written down before anything is decided by it. */
export async function drawWantedRound(db: Kysely<Tables>, draws: Draws, roundId: string): Promise<void> {
  if (!(await takeChance(db, draws, roundId))) return
  await draws.failpoint('chance')
  await drawRound(db, draws, roundId)
}
