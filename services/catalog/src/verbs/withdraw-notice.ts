import type { withdrawNotice as request } from '@asaichi/contract/catalog/staff.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayTell } from '../domain/writer.ts'
import { findNotice, markWithdrawn } from '../store/notices.ts'

export function withdrawNotice(
  { db }: Context,
  { actor, noticeId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const known = await findNotice(tx, noticeId)
    if (!known || !mayTell(actor, known.cityId)) return refuse('not-found')
    await markWithdrawn(tx, noticeId)
    return done({})
  })
}
