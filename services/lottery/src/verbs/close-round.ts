import { emitAll } from '@asaichi/bus/emit.ts'
import { datesBetween } from '@asaichi/calendar/local-date.ts'
import { type Round, roundClosedEmpty } from '@asaichi/contract/lottery/rounds.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { Draws } from '../context.ts'
import { listOfRound } from '../store/entries.ts'
import { changeRound, lockRound } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { freezeRound } from './freeze-round.ts'

/** M17, M18: closing is a state, not a time. With nothing to draw, the dates are left to first-come at once. */
export async function closeRound(tx: Transaction<Tables>, draws: Draws, roundId: string): Promise<void> {
  const record = await lockRound(tx, roundId)
  if (record?.round.status !== 'scheduled' && record?.round.status !== 'open') return
  const [someone] = await listOfRound(tx, roundId, { statuses: ['entered'], limit: 1 })
  if (someone) return freezeRound(tx, draws, record)
  const version = await changeRound(tx, roundId, { status: 'closed-empty' })
  await leaveToFirstCome(tx, record.round, version)
}

/** One fact a date, because first-come opens date by date. */
export async function leaveToFirstCome(
  tx: Transaction<Tables>,
  { roundId, cityId, dates }: Round,
  version: number,
): Promise<void> {
  await emitAll(
    tx,
    datesBetween(dates.first, dates.last).map(date => ({
      event: roundClosedEmpty,
      aggregateId: roundId,
      version,
      data: { roundId, cityId, date },
    })),
  )
}
