import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { roundCancelled } from '@asaichi/contract/lottery/rounds.ts'
import type { cancelRound as cancelRequest } from '@asaichi/contract/lottery/staff.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { decidedAt } from '../domain/draw-times.ts'
import { isStaffOf } from '../domain/staff-of.ts'
import { appendAudit } from '../store/audit.ts'
import { voidEntries } from '../store/entries.ts'
import { changeRound, findRound, lockRound, type RoundRecord } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { leaveToFirstCome } from './close-round.ts'
import { tellResults } from './publish-round.ts'

/**
 * Staff: a round that must not be drawn, with a public reason. It is never drawn again, its dates are left to first-come, and
 * everybody who entered is told. Once the outcome could be known nobody cancels any more (P5): see redrawRound.
 */
export async function cancelRound(
  db: Kysely<Tables>,
  { actor, roundId, reason }: z.output<typeof cancelRequest.input>,
): Promise<OutcomeOf<typeof cancelRequest>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  return db.transaction().execute(async tx => {
    const record = await lockRound(tx, roundId)
    if (!record || !isStaffOf(actor, record.round)) return refuse('not-found')
    const { status } = record.round
    if (status === 'closed-empty' || status === 'published' || status === 'cancelled')
      return refuse('round-over', { status })
    const decided = record.round.freeze && record.round.commitment && decidedAt(record.round.commitment)
    if (decided !== null && decided <= (await townNow(tx)))
      return refuse('draw-decided', { decidedAt: decided })
    await cancel(tx, record, reason)
    const cancelled = await findRound(tx, roundId)
    return done(cancelled?.round ?? record.round)
  })
}

async function cancel(tx: Transaction<Tables>, { round }: RoundRecord, reason: string): Promise<void> {
  const { roundId, cityId, dates, status } = round
  const version = await changeRound(tx, roundId, {
    status: 'cancelled',
    cancelReason: reason,
    drawWantedAt: null,
  })
  const entries = await voidEntries(tx, roundId)
  await appendAudit(tx, { kind: 'round-cancelled', data: { roundId, from: status, reason } })
  await emit(tx, roundCancelled, { aggregateId: roundId, version, data: { roundId, cityId, dates } })
  await tellResults(tx, round, { sending: 1, entries })
  await leaveToFirstCome(tx, round, version)
}
