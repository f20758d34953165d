import type { Transaction } from '@asaichi/store/database.ts'
import { inPoolOrder } from '../domain/opening-pool.ts'
import type { PoolSeeds } from '../pool-seeds.ts'
import { type Day, findPressing, loadDay, lockLine } from '../store/days.ts'
import { closePool, findPool, findPresses } from '../store/opening-pools.ts'
import type { Tables } from '../store/schema.ts'
import { decideLine } from './decide-line.ts'
import { withBans } from './with-bans.ts'

/** G6: decides a day's pool in one go, in the order of its chance, unless it is decided; numbers its presses behind what was judged before. */
export async function decidePool(tx: Transaction<Tables>, day: Day, seeds: PoolSeeds): Promise<void> {
  const { now } = await lockLine(tx, day, { take: 0, unused: undefined })
  const facts = await loadDay(tx, day)
  if (!facts) return
  const { pool } = await findPool(tx, day, facts.venue.cityId)
  if (!pool || pool.decidedAt !== null) return
  const seed = seeds(day)
  const attempts = inPoolOrder(await findPresses(tx, day), { ...day, seed })
  const { numbers } = await lockLine(tx, day, { take: attempts.length, unused: undefined })
  const pressing = await findPressing(tx, day.venueId, attempts)
  const persons = await withBans(tx, facts, { persons: pressing.persons, now })
  const line = { ...facts, ...pressing, persons, now, firstTurn: numbers.next, ownTimes: new Map() }
  const { verdicts } = await decideLine(tx, { day, line, attempts })
  const results = attempts.map(({ ids: { receiptId } }, nr) => {
    const verdict = verdicts[nr]
    const refusal = verdict?.status === 'refused' ? verdict.reason : null
    return { receiptId, turn: numbers.next + nr, refusal }
  })
  await closePool(tx, day, { seed, now, results })
}
