import { emitAll, inParts } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { drawRepeated } from '@asaichi/contract/lottery/entries.ts'
import type { redrawRound as request } from '@asaichi/contract/lottery/staff.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Draws } from '../context.ts'
import { decidedAt } from '../domain/draw-times.ts'
import { isStaffOf } from '../domain/staff-of.ts'
import { appendAudit } from '../store/audit.ts'
import { forgetBundle } from '../store/draws.ts'
import { hasEntry, listOfRound } from '../store/entries.ts'
import { changeRound, findRound, lockRound, type RoundRecord } from '../store/rounds.ts'
import type { RedrawProposal, Tables } from '../store/schema.ts'
import { freezeRound } from './freeze-round.ts'

type Input = z.output<typeof request.input>
type Refusal = Extract<OutcomeOf<typeof request>, { ok: false }>

/**
 * P5: nobody who can foresee the outcome undoes it alone, and nobody can choose the next one: two of the staff, a beacon that is
 * still to come, the same entries under the same rule. A proposal by itself holds nothing up; said twice it stays the first.
 */
export function redrawRound(
  db: Kysely<Tables>,
  draws: Draws,
  { actor, roundId, reason }: Input,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const record = await lockRound(tx, roundId)
    if (!record || !isStaffOf(actor, record.round)) return refuse('not-found')
    const now = await townNow(tx)
    const objection = await objectionTo(tx, { actor, record, now })
    if (objection) return objection
    const { proposal } = record
    const isSecond = proposal !== null && proposal.personId !== actor.personId
    if (isSecond) await redraw(tx, draws, { record, proposal, confirmedAt: now, confirmedBy: actor.personId })
    else if (proposal === null) await propose(tx, roundId, { personId: actor.personId, at: now, reason })
    const { round } = (await findRound(tx, roundId)) ?? record
    return done({ status: isSecond ? 'redrawn' : 'proposed', round })
  })
}

async function objectionTo(
  tx: Transaction<Tables>,
  { actor, record, now }: { readonly actor: Actor; readonly record: RoundRecord; readonly now: string },
): Promise<Refusal | undefined> {
  const { roundId, status, commitment } = record.round
  switch (status) {
    case 'scheduled':
    case 'open':
      return refuse('draw-not-decided')
    case 'closed-empty':
    case 'published':
    case 'cancelled':
      return refuse('round-over', { status })
    case 'frozen':
    case 'drawn':
      if (!commitment || now < decidedAt(commitment)) return refuse('draw-not-decided')
      return (await hasEntry(tx, { roundId, personId: actor.personId })) ? refuse('own-entry') : undefined
  }
}

async function propose(tx: Transaction<Tables>, roundId: string, proposal: RedrawProposal): Promise<void> {
  await changeRound(tx, roundId, { proposal })
  await appendAudit(tx, { kind: 'redraw-proposed', data: { roundId, reason: proposal.reason } })
}

type Confirmed = {
  readonly record: RoundRecord
  readonly proposal: RedrawProposal
  readonly confirmedAt: string
  readonly confirmedBy: string
}

// Frozen once more: the beacon's round was known by then, so the freeze names a later one by itself.
async function redraw(
  tx: Transaction<Tables>,
  draws: Draws,
  { record, proposal, confirmedAt, confirmedBy }: Confirmed,
): Promise<void> {
  const { roundId, cityId, status: from } = record.round
  const both = { proposedAt: proposal.at, confirmedAt, reason: proposal.reason }
  const redraws = [...record.redraws, { ...both, proposedBy: proposal.personId, confirmedBy }]
  draws.log.warn({ roundId }, 'round is drawn anew')
  await forgetBundle(tx, roundId)
  await changeRound(tx, roundId, { chance: null, drawWantedAt: null, problem: null, proposal: null, redraws })
  await appendAudit(tx, { kind: 'round-redrawn', data: { roundId, from, ...both } })
  await freezeRound(tx, draws, record)
  const entries = await listOfRound(tx, roundId, { statuses: ['entered'] })
  const told = entries.map(({ entryId, personId }) => ({ entryId, personId }))
  await emitAll(
    tx,
    inParts(told).map((part, nr) => ({
      event: drawRepeated,
      aggregateId: `${roundId}:${redraws.length}`,
      version: nr + 1,
      data: { roundId, cityId, redraw: redraws.length, entries: part },
    })),
  )
}
