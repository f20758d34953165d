import type { listStaffNotices as request } from '@asaichi/contract/catalog/staff.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { pageOfNotices } from '../domain/notice-page.ts'
import { allNotices } from '../store/notices.ts'

/** T8: everything the city has written. */
export async function listStaffNotices(
  { db }: Context,
  { actor, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  return done(pageOfNotices(await allNotices(db, actor.cityId, { after, limit: limit + 1 }), limit))
}
