import { instantAt, localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { plannedRounds } from '../domain/round.ts'
import { findWindows, insertRounds } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'

/** Writes down the rounds a city needs from today on, each with its own due rows, and comes back tomorrow. */
export async function planRounds(tx: Transaction<Tables>, cityId: string): Promise<void> {
  const policy = await findWindows(tx, cityId)
  if (!policy) return
  const today = localDateOf(await townNow(tx))
  const rounds = plannedRounds(policy, today).map(round => ({
    ...round,
    roundId: newId(),
    cityId,
    status: 'scheduled' as const,
  }))
  const inserted = new Set(await insertRounds(tx, rounds))
  for (const round of rounds) {
    if (!inserted.has(round.roundId)) continue
    await schedule(tx, { kind: 'open-round', key: round.roundId, dueAt: round.opensAt })
    await schedule(tx, { kind: 'close-round', key: round.roundId, dueAt: round.closesAt })
  }
  await schedule(tx, { kind: 'plan-rounds', key: cityId, dueAt: instantAt(addDays(today, 1), '00:00') })
}
