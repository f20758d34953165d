import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { personConfirmed, type confirmRegistration as request } from '@asaichi/contract/identity/account.ts'
import type { Context } from '../context.ts'
import { insertMembership } from '../store/persons.ts'
import { takeRegistration } from '../store/registrations.ts'
import { numberPerson } from './number-person.ts'

/** M5: 仮登録 becomes 本登録, once. A registration whose mail was confirmed by another one can never be used and goes too. */
export async function confirmRegistration(
  { db, secrets }: Context,
  { token }: { readonly token: string },
): Promise<OutcomeOf<typeof request>> {
  const registrationId = secrets.registrationOf(token)
  if (registrationId === undefined) return refuse('token-not-valid')
  return db.transaction().execute(async tx => {
    const registration = await takeRegistration(tx, registrationId)
    const person = registration && (await numberPerson(tx, registration.account))
    if (!person) return refuse('token-not-valid')
    const { cityId, termsVersion } = registration
    const { personId, memberNumber } = person
    await insertMembership(tx, { personId, cityId, role: 'resident', termsVersion })
    await emit(tx, personConfirmed, { aggregateId: personId, version: 1, data: { personId, cityId } })
    return done({ memberNumber })
  })
}
