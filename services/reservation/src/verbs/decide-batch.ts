import { refuse } from '@asaichi/contract/define.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { Answer } from '../desk/answer.ts'
import type { Batch, Decided } from '../desk/desk.ts'
import type { Attempt } from '../domain/attempt.ts'
import { pressName } from '../domain/known-day.ts'
import { acceptedOf, occupiedBy, type Verdict } from '../domain/line.ts'
import type { PoolSeeds } from '../pool-seeds.ts'
import { type DayFacts, findPressing, loadDay, lockLine } from '../store/days.ts'
import { findUntold } from '../store/opening-pools.ts'
import type { Tables } from '../store/schema.ts'
import { decideLine } from './decide-line.ts'
import { answerByPool, decidePool, phaseOf } from './opening-pool.ts'

type Parts = { readonly db: Kysely<Tables>; readonly seeds: PoolSeeds }

/**
 * One transaction for all presses that waited for this day: lock the day, load it, judge the presses in order of arrival, write,
 * commit. Where an opening pool has closed (G6), it is decided first, in a transaction of its own: persons are locked in the
 * order of their ids, and that of the pool cannot be mixed with that of the batch. The answers are in the order of the attempts.
 */
export async function decideBatch({ db, seeds }: Parts, batch: Batch): Promise<Decided> {
  const decided = await db.transaction().execute(tx => decideIn(tx, batch))
  if (decided !== 'after-the-pool') return decided
  await db.transaction().execute(tx => decidePool(tx, batch.day, seeds))
  // The pool took numbers, so those a desk had left over are behind it.
  return decideBatch({ db, seeds }, { ...batch, unused: undefined })
}

async function decideIn(
  tx: Transaction<Tables>,
  { day, attempts, reserve, unused, known }: Batch,
): Promise<Decided | 'after-the-pool'> {
  const { now, numbers } = await lockLine(tx, day, { take: attempts.length + reserve, unused })
  const facts = await loadDay(tx, day, known)
  if (!facts) return { answers: attempts.map(() => refuse('unknown-listing')), seen: undefined }
  const phase = await phaseOf(tx, { day, facts, now })
  if (phase.status === 'due') {
    await lockLine(tx, day, { take: 0, unused: numbers })
    return 'after-the-pool'
  }
  const { persons, keys } = await findPressing(tx, facts.venue.cityId, attempts)
  const line = { ...facts, now, firstPlace: numbers.next, persons, keys, ownTimes: new Map() }
  const byPool = await answerByPool(tx, phase, { day, line, attempts })
  const inLine = byPool.size === 0 ? attempts : attempts.filter(attempt => !byPool.has(attempt))
  const { verdicts, answers } = await decideLine(tx, { day, line, attempts: inLine })
  const rest = { next: numbers.next + inLine.length, last: numbers.last }
  if (phase.status === 'open') {
    // Memory must not refuse with numbers from before the pool after the pool: it learns nothing, and they go back.
    await lockLine(tx, day, { take: 0, unused: rest })
    return { answers: merged(attempts, byPool, answers), seen: undefined }
  }
  const untold = phase.status === 'decided' ? await findUntold(tx, day) : []
  return {
    answers: merged(attempts, byPool, answers),
    seen: { now, day: after(facts, { now, verdicts, untold }), persons, numbers: rest },
  }
}

function merged(
  attempts: readonly Attempt[],
  byPool: ReadonlyMap<Attempt, Answer>,
  inLine: readonly Answer[],
): readonly Answer[] {
  if (byPool.size === 0) return inLine
  const rest = inLine.values()
  return attempts.flatMap(attempt => byPool.get(attempt) ?? rest.next().value ?? [])
}

/** The day as it is when this batch has committed. */
function after(
  facts: DayFacts,
  {
    now,
    verdicts,
    untold,
  }: { readonly now: string; readonly verdicts: readonly Verdict[]; readonly untold: readonly string[] },
): DayFacts {
  const winners = acceptedOf(verdicts)
  return {
    ...facts,
    occupied: [...facts.occupied, ...winners.flatMap(({ booking }) => occupiedBy(booking, now))],
    usedKeys: new Set([...facts.usedKeys, ...winners.map(({ attempt }) => pressName(attempt)), ...untold]),
  }
}
