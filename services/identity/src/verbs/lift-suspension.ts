import type { OutcomeOf } from '@asaichi/contract/define.ts'
import type { liftSuspension as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { lift } from '../domain/permission.ts'
import { decideApplicant } from './decide-applicant.ts'

/** M7: the end of a 停止. */
export async function liftSuspension(
  context: Context,
  input: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  return decideApplicant(context, input, {
    name: 'lift-suspension',
    decide: state => lift(state, input.expectedVersion, input.reason),
  })
}
