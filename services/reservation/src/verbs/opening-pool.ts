import { refuse } from '@asaichi/contract/define.ts'
import { retrySoon } from '@asaichi/service/retry-soon.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { type Answer, refusalOf } from '../desk/answer.ts'
import type { Attempt } from '../domain/attempt.ts'
import { type LineFacts, mayWin } from '../domain/line.ts'
import { inPoolOrder, type PoolPhase, poolPhase } from '../domain/opening-pool.ts'
import type { PoolSeeds } from '../pool-seeds.ts'
import { type Day, type DayFacts, findPressing, loadDay, lockLine } from '../store/days.ts'
import {
  closePool,
  collect,
  findPool,
  findPresses,
  markTold,
  type PooledPress,
} from '../store/opening-pools.ts'
import type { Tables } from '../store/schema.ts'
import { decideLine } from './decide-line.ts'

/** Decided in one transaction, so no more than the database can decide well within its time limits. */
export const MOST_IN_POOL = 10_000

type Asking = { readonly day: Day; readonly line: LineFacts; readonly attempts: readonly Attempt[] }
type Asked = ReadonlyMap<Attempt, Answer>
const NOBODY: Asked = new Map()

/** Where the city has no pool, nothing is asked. */
export async function phaseOf(
  tx: Transaction<Tables>,
  { day, facts, now }: { readonly day: Day; readonly facts: DayFacts; readonly now: string },
): Promise<PoolPhase> {
  const { policy, venue } = facts
  if (!policy.openingPool) return { status: 'none' }
  return poolPhase(await findPool(tx, day, venue.cityId), { policy, date: day.date, now })
}

/** G6: the presses the pool answers. The others are judged as ever, so what can win nothing is refused at once with its reason. */
export async function answerByPool(
  tx: Transaction<Tables>,
  phase: Exclude<PoolPhase, { status: 'due' }>,
  asking: Asking,
): Promise<Asked> {
  switch (phase.status) {
    case 'none':
      return NOBODY
    case 'open':
      return enter(tx, phase, asking)
    case 'decided':
      return tell(tx, asking)
    default:
      return phase satisfies never
  }
}

async function enter(
  tx: Transaction<Tables>,
  { closesAt, presses }: Extract<PoolPhase, { status: 'open' }>,
  { day, line, attempts }: Asking,
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
async function tell(tx: Transaction<Tables>, { day, attempts }: Asking): Promise<Asked> {
  const inside = await pressesOf(tx, day, attempts)
  const told: string[] = []
  const answers = answersFor(attempts, attempt => {
    const own = inside.get(attempt.personId)
    if (!own || own.refusal === null || own.place === null || own.key !== attempt.key) return undefined
    if (own.bodyHash !== attempt.bodyHash) return refuse('key-used-differently')
    told.push(own.ids.receiptId)
    return refusalOf(own.refusal, { receiptId: own.ids.receiptId, place: own.place })
  })
  await markTold(tx, told)
  return answers
}

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
  const { persons, keys } = await findPressing(tx, facts.venue.cityId, attempts)
  const line = { ...facts, now, firstPlace: numbers.next, persons, keys, ownTimes: new Map() }
  const { verdicts } = await decideLine(tx, { day, line, attempts })
  const results = attempts.map(({ ids: { receiptId } }, nr) => {
    const verdict = verdicts[nr]
    const refusal = verdict?.status === 'refused' ? verdict.reason : null
    return { receiptId, place: numbers.next + nr, refusal }
  })
  await closePool(tx, day, { seed, now, results })
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
