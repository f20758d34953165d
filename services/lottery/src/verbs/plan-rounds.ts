import { instantAt, localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { scheduleAll } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { plannedDates, plannedRounds } from '../domain/round.ts'
import { findPolicy } from '../store/copies.ts'
import { findRounds, insertRounds } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'

/** Writes down the rounds a city needs from today on, each with its own due rows, and comes back tomorrow. */
export async function planRounds(tx: Transaction<Tables>, cityId: string): Promise<void> {
  const policy = await findPolicy(tx, cityId)
  if (!policy) return
  const today = localDateOf(await townNow(tx))
  const to = plannedDates(policy.windows, today).at(-1) ?? today
  const planned = await findRounds(tx, { cityId, from: today, to })
  const rounds = plannedRounds(
    policy.windows,
    today,
    planned.map(({ round }) => round.dates),
  ).map(round => ({ ...round, roundId: newId(), cityId }))
  const inserted = new Set(await insertRounds(tx, rounds))
  await scheduleAll(tx, [
    ...rounds
      .filter(({ roundId }) => inserted.has(roundId))
      .flatMap(({ roundId, opensAt, closesAt }) => [
        { kind: 'open-round', key: roundId, dueAt: opensAt },
        { kind: 'close-round', key: roundId, dueAt: closesAt },
      ]),
    { kind: 'plan-rounds', key: cityId, dueAt: instantAt(addDays(today, 1), '00:00') },
  ])
}
