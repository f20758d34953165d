import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getSecondFactor as request } from '@asaichi/contract/identity/second-factor.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findOffice } from '../store/cities.ts'
import { findApp } from '../store/second-factors.ts'

/** M9 */
export async function getSecondFactor(
  { db }: Context,
  { actor }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const [app, office] = await Promise.all([findApp(db, actor.personId), findOffice(db, actor.cityId)])
  return done({
    enrolledAt: app?.enrolledAt ?? null,
    codesLeft: app?.codesLeft ?? 0,
    isRequired: office?.staffAppRequired ?? false,
  })
}
