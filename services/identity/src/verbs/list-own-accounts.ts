import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { listOwnAccounts as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { selectOwnAccounts } from '../store/alike.ts'

/** A76: nobody decides for themselves, under whatever account. */
export async function listOwnAccounts(
  { db }: Context,
  { actor, personIds }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  return done({ personIds: [...(await selectOwnAccounts(db, actor.personId, personIds))] })
}
