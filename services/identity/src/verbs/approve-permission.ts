import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { approvePermission as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { hasClass } from '../domain/known-class.ts'
import { approve } from '../domain/permission.ts'
import { findCity } from '../store/cities.ts'
import { insertConfirmation, isConfirmed } from '../store/permissions.ts'
import { decideApplicant } from './decide-applicant.ts'

type Refused = {
  readonly ok: false
  readonly refusal: {
    readonly code: 'contact-needed' | 'unknown-class'
    readonly detail: Record<never, never>
  }
}

/** M7: 承認, with the record of the call or SMS that confirmed the person, told now or on the log already, and the class staff chose (G11). */
export async function approvePermission(
  context: Context,
  input: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { actor, contact, expectedVersion, classId } = input
  return decideApplicant(context, input, {
    name: 'approve-permission',
    decide: state => approve(state, expectedVersion, classId),
    async alsoRecord(tx, key): Promise<Refused | undefined> {
      if (classId !== undefined && !hasClass(await findCity(tx, key.cityId), classId))
        return refuse('unknown-class')
      if (!contact) return (await isConfirmed(tx, key)) ? undefined : refuse('contact-needed')
      await insertConfirmation(tx, key, { staffId: actor.personId, ...contact })
      return undefined
    },
  })
}
