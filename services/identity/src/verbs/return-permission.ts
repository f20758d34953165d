import type { OutcomeOf } from '@asaichi/contract/define.ts'
import type { returnPermission as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { giveBack } from '../domain/permission.ts'
import { decideApplicant } from './decide-applicant.ts'

/** M7: 差し戻し. */
export async function returnPermission(
  context: Context,
  input: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  return decideApplicant(context, input, {
    name: 'return-permission',
    decide: state => giveBack(state, input.expectedVersion, input.reason),
  })
}
