import { emit } from '@asaichi/bus/emit.ts'
import { roundClosedEmpty } from '@asaichi/contract/lottery.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { lockRound, setStatus } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'

/** M17, M18: closing is a state, not a time. With nothing to draw, the date is left to first-come at once. */
export async function closeRound(tx: Transaction<Tables>, roundId: string): Promise<void> {
  const round = await lockRound(tx, roundId)
  if (!round || round.status === 'closed-empty') return
  const version = await setStatus(tx, roundId, 'closed-empty')
  await emit(tx, roundClosedEmpty, {
    aggregateId: roundId,
    version,
    data: { roundId, cityId: round.cityId, date: round.date },
  })
}
