import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { beginStepUp as request } from '@asaichi/contract/identity/second-factor.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findOffice } from '../store/cities.ts'
import { issueChallenge } from './issue-challenge.ts'

/** V9 */
export async function beginStepUp(
  { db }: Context,
  { actor, sessionId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { personId, cityId } = actor
  if (actor.role === 'resident') return refuse('not-allowed')
  const office = await findOffice(db, cityId)
  return issueChallenge(
    { db },
    { opening: { personId, cityId, helpId: null, sessionId }, officePhone: office?.officePhone ?? '' },
  )
}
