import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { resendResults as resendRequest } from '@asaichi/contract/lottery/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { isStaffOf } from '../domain/staff-of.ts'
import { listOfRound } from '../store/entries.ts'
import { changeRound, lockRound } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { tellResults } from './publish-round.ts'

/** Staff: one more wave of result mails. */
export async function resendResults(
  db: Kysely<Tables>,
  { actor, roundId }: z.output<typeof resendRequest.input>,
): Promise<OutcomeOf<typeof resendRequest>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  return db.transaction().execute(async tx => {
    const record = await lockRound(tx, roundId)
    if (!record || !isStaffOf(actor, record.round)) return refuse('not-found')
    const { round } = record
    if (round.status !== 'published') return refuse('not-published-yet', { publishedAt: round.drawAt })
    const sending = record.sending + 1
    await changeRound(tx, roundId, { sending })
    const entries = await listOfRound(tx, roundId, { statuses: ['won', 'lost'] })
    await tellResults(tx, round, { sending, entries })
    return done({ mails: entries.length })
  })
}
