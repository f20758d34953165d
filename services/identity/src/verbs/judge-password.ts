import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { judgePassword as request } from '@asaichi/contract/identity/account.ts'
import type { z } from 'zod'
import { weaknessOf } from '../domain/password-rules.ts'

/** D23: what a registration says of a password, before the rest is sent; it looks at nothing but what it is given. */
export function judgePassword({
  password,
  ...owner
}: z.output<typeof request.input>): OutcomeOf<typeof request> {
  const reason = weaknessOf(password, owner)
  return reason ? refuse('weak-password', { reason }) : done({})
}
