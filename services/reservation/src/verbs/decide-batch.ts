import { refuse } from '@asaichi/contract/define.ts'
import { atOnce } from '@asaichi/store/at-once.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { Batch, Decided } from '../desk/desk.ts'
import type { PoolSeeds } from '../pool-seeds.ts'
import { findPressing, loadDay, lockLine } from '../store/days.ts'
import type { Tables } from '../store/schema.ts'
import { decideByArrival } from './decide-by-arrival.ts'
import { decidePool } from './decide-pool.ts'
import { besidePool } from './opening-pool.ts'
import { withBans } from './with-bans.ts'

type Parts = { readonly db: Kysely<Tables>; readonly seeds: PoolSeeds }

/**
 * One transaction for all presses that waited for this day: lock the day, load it, judge the presses in order of arrival, write,
 * commit. The answers are in the order of the attempts. Where an opening pool has closed (G6), it is decided first, in a
 * transaction of its own: persons are locked in the order of their ids, and that of the pool cannot be mixed with that of the batch.
 */
export async function decideBatch({ db, seeds }: Parts, batch: Batch): Promise<Decided> {
  const decided = await db.transaction().execute(tx => decideIn(tx, batch))
  if (decided !== 'pool-is-due') return decided
  await db.transaction().execute(tx => decidePool(tx, batch.day, seeds))
  // The pool took numbers, so those a desk had left over are behind it.
  return decideBatch({ db, seeds }, { ...batch, unused: undefined })
}

async function decideIn(
  tx: Transaction<Tables>,
  { day, attempts, reserve, unused, known }: Batch,
): Promise<Decided | 'pool-is-due'> {
  // What is read behind the lock, in the same packet, sees what the lock waited for.
  const [{ now, numbers }, facts, pressing] = await atOnce(tx, lane =>
    Promise.all([
      lockLine(lane, day, { take: attempts.length + reserve, unused }),
      loadDay(lane, day, known),
      findPressing(lane, day.venueId, attempts),
    ]),
  )
  if (!facts) return { answers: attempts.map(() => refuse('unknown-listing')), seen: undefined }
  const persons = await withBans(tx, facts, { persons: pressing.persons, now })
  const line = { ...facts, ...pressing, persons, now, firstTurn: numbers.next, ownTimes: new Map() }
  const standing = { day, facts, line, numbers, attempts }
  return facts.policy.openingPool ? besidePool(tx, standing) : decideByArrival(tx, standing)
}
