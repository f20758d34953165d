import type { getNotice as request } from '@asaichi/contract/catalog/notices.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findNotice, withoutState } from '../store/notices.ts'

/** A withdrawn notice, or one outside its period, is not there for the public. */
export async function getNotice(
  { db }: Context,
  { noticeId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const notice = await findNotice(db, noticeId)
  return notice?.shown ? done(withoutState(notice)) : refuse('not-found')
}
