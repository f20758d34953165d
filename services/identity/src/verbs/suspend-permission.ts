import type { OutcomeOf } from '@asaichi/contract/define.ts'
import type { suspendPermission as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { suspend } from '../domain/permission.ts'
import { decideApplicant } from './decide-applicant.ts'

/** M7: 停止. Lottery and reservation hear of it and take no new application; what is booked stays. */
export async function suspendPermission(
  context: Context,
  input: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  return decideApplicant(context, input, {
    name: 'suspend-permission',
    decide: state => suspend(state, input.expectedVersion, input.reason),
  })
}
