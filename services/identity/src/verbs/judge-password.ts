import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { judgePassword as request } from '@asaichi/contract/identity/account.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { weaknessOf } from '../domain/password-rules.ts'
import { findCity } from '../store/cities.ts'

/** D23: what a registration says of a password, before the rest is sent; it looks at nothing of anybody but what it is given. */
export async function judgePassword(
  { db }: Context,
  { password, cityId, ...owner }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const city = cityId === undefined ? undefined : await findCity(db, cityId)
  const reason = weaknessOf(password, { ...owner, city })
  return reason ? refuse('weak-password', { reason }) : done({})
}
