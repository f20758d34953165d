import { refuse } from '@asaichi/contract/define.ts'
import { retrySoon } from '@asaichi/service/retry-soon.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { type Answer, refusalOf } from '../desk/answer.ts'
import type { Decided } from '../desk/desk.ts'
import type { Attempt } from '../domain/attempt.ts'
import { mayWin } from '../domain/line.ts'
import { type PoolPhase, poolPhase } from '../domain/opening-pool.ts'
import { type Day, lockLine } from '../store/days.ts'
import {
  collect,
  findPool,
  findPresses,
  findUntold,
  markTold,
  type PooledPress,
} from '../store/opening-pools.ts'
import type { Tables } from '../store/schema.ts'
import { decideByArrival, type Standing } from './decide-by-arrival.ts'

/** Decided in one transaction, so no more than the database can decide well within its time limits. */
export const MOST_IN_POOL = 10_000

type Asked = ReadonlyMap<Attempt, Answer>

/**
 * G6: what the pool answers is taken out of the batch, and the rest is decided as everywhere, so what can win nothing is refused
 * at once with its reason. Until a due pool is decided nothing is: its presses stand before everybody in this batch.
 */
export async function besidePool(
  tx: Transaction<Tables>,
  standing: Standing,
): Promise<Decided | 'pool-is-due'> {
  const { day, facts, line, numbers } = standing
  const pool = await findPool(tx, day, facts.venue.cityId)
  const phase = poolPhase(pool, { policy: facts.policy, date: day.date, now: line.now })
  switch (phase.status) {
    case 'none':
      return decideByArrival(tx, standing)
    case 'due':
      await lockLine(tx, day, { take: 0, unused: numbers })
      return 'pool-is-due'
    case 'open': {
      const byPool = await enter(tx, phase, standing)
      const { answers, seen } = await decideByArrival(tx, without(standing, byPool))
      // Memory must not refuse with numbers from before the pool after the pool: it learns nothing, and they go back.
      await lockLine(tx, day, { take: 0, unused: seen.numbers })
      return { answers: merged(standing.attempts, byPool, answers), seen: undefined }
    }
    case 'decided': {
      const byPool = await tell(tx, standing)
      const { answers, seen } = await decideByArrival(tx, without(standing, byPool))
      const usedKeys = new Set([...seen.day.usedKeys, ...(await findUntold(tx, day))])
      return {
        answers: merged(standing.attempts, byPool, answers),
        seen: { ...seen, day: { ...seen.day, usedKeys } },
      }
    }
    default:
      return phase satisfies never
  }
}

function without(standing: Standing, byPool: Asked): Standing {
  return { ...standing, attempts: standing.attempts.filter(attempt => !byPool.has(attempt)) }
}

function merged(
  attempts: readonly Attempt[],
  byPool: Asked,
  byArrival: readonly Answer[],
): readonly Answer[] {
  const rest = byArrival.values()
  return attempts.flatMap(attempt => byPool.get(attempt) ?? rest.next().value ?? [])
}

async function enter(
  tx: Transaction<Tables>,
  { closesAt, presses }: Extract<PoolPhase, { status: 'open' }>,
  { day, line, attempts }: Standing,
): Promise<Asked> {
  const { now } = line
  const entering = mayWin(line, attempts)
  const admitted = entering.slice(0, MOST_IN_POOL - presses)
  if (admitted.length > 0) await collect(tx, day, { attempts: admitted, closesAt, now })
  // Once a pool, because the work's row may be in the hands of who already waits for this day.
  if (admitted.length > 0 && presses === 0)
    await schedule(tx, { kind: 'decide-pool', key: `${day.venueId} ${day.date}`, dueAt: closesAt, data: day })
  const inside = await pressesOf(tx, day, attempts)
  const retryAfterSeconds = Math.ceil((Date.parse(closesAt) - Date.parse(now)) / 1_000) - 1 + retrySoon()
  const tooMany = new Set(entering.slice(admitted.length))
  return answersFor(attempts, attempt => {
    const own = inside.get(attempt.personId)
    if (!own) return tooMany.has(attempt) ? refuse('busy', { retryAfterSeconds }) : undefined
    if (own.key !== attempt.key) return refuse('attempt-in-flight', { retryAfterSeconds })
    if (own.bodyHash !== attempt.bodyHash) return refuse('key-used-differently')
    return refuse('in-opening-pool', {
      receiptId: own.ids.receiptId,
      decidesAt: closesAt,
      retryAfterSeconds,
    })
  })
}

/** What the pool refused is told to whoever asks again with the same key; what it accepted is told by the key itself. */
async function tell(tx: Transaction<Tables>, { day, attempts }: Standing): Promise<Asked> {
  const inside = await pressesOf(tx, day, attempts)
  const told: string[] = []
  const answers = answersFor(attempts, attempt => {
    const own = inside.get(attempt.personId)
    if (!own || own.refusal === null || own.turn === null || own.key !== attempt.key) return undefined
    if (own.bodyHash !== attempt.bodyHash) return refuse('key-used-differently')
    told.push(own.ids.receiptId)
    return refusalOf(own.refusal, { receiptId: own.ids.receiptId, turn: own.turn })
  })
  await markTold(tx, told)
  return answers
}

async function pressesOf(
  tx: Transaction<Tables>,
  day: Day,
  attempts: readonly Attempt[],
): Promise<ReadonlyMap<string, PooledPress>> {
  const found = await findPresses(
    tx,
    day,
    attempts.map(attempt => attempt.personId),
  )
  return new Map(found.map(press => [press.personId, press]))
}

function answersFor(attempts: readonly Attempt[], answerOf: (attempt: Attempt) => Answer | undefined): Asked {
  const answers = new Map<Attempt, Answer>()
  for (const attempt of attempts) {
    const answer = answerOf(attempt)
    if (answer) answers.set(attempt, answer)
  }
  return answers
}
