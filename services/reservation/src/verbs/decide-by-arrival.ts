import type { Transaction } from '@asaichi/store/database.ts'
import type { Decided } from '../desk/desk.ts'
import type { Seen } from '../desk/desk-memory.ts'
import type { Attempt } from '../domain/attempt.ts'
import { pressName } from '../domain/known-day.ts'
import { acceptedOf, type LineFacts, occupiedBy } from '../domain/line.ts'
import type { Day, DayFacts, Numbers } from '../store/days.ts'
import type { Tables } from '../store/schema.ts'
import { decideLine } from './decide-line.ts'

/** A batch under its day's lock, with everything it is judged by. */
export type Standing = {
  readonly day: Day
  readonly facts: DayFacts
  readonly line: LineFacts
  readonly numbers: Numbers
  readonly attempts: readonly Attempt[]
}

/** Judges in the order of arrival and writes; `seen` is the day as it is when this batch has committed. */
export async function decideByArrival(
  tx: Transaction<Tables>,
  { day, facts, line, numbers, attempts }: Standing,
): Promise<Decided & { readonly seen: Seen }> {
  const { verdicts, answers } = await decideLine(tx, { day, line, attempts })
  const winners = acceptedOf(verdicts)
  const after = {
    ...facts,
    occupied: [...facts.occupied, ...winners.flatMap(winner => occupiedBy(winner, line.now))],
    usedKeys: new Set([...facts.usedKeys, ...winners.map(({ attempt }) => pressName(attempt))]),
  }
  const unused = { next: numbers.next + attempts.length, last: numbers.last }
  return { answers, seen: { now: line.now, day: after, persons: line.persons, numbers: unused } }
}
