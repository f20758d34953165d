import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { approvePermission as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { approve } from '../domain/permission.ts'
import { insertConfirmation, isConfirmed } from '../store/permissions.ts'
import { decideApplicant } from './decide-applicant.ts'

/** M7: 承認, with the record of the call or SMS that confirmed the person, told now or on the log already. */
export async function approvePermission(
  context: Context,
  input: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { actor, contact, expectedVersion } = input
  return decideApplicant(context, input, {
    name: 'approve-permission',
    decide: state => approve(state, expectedVersion),
    async alsoRecord(tx, key) {
      if (!contact) return (await isConfirmed(tx, key)) ? undefined : refuse('contact-needed')
      await insertConfirmation(tx, key, { staffId: actor.personId, ...contact })
      return undefined
    },
  })
}
