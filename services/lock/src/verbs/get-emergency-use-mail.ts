import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getEmergencyUseMail as request } from '@asaichi/contract/lock/emergency.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findUse } from '../store/emergency.ts'

/** For notification, which asks when it sends: mail U. */
export async function getEmergencyUseMail(
  { db }: Pick<Context, 'db'>,
  { useId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const use = await findUse(db, useId)
  return use ? done(use) : refuse('not-found')
}
