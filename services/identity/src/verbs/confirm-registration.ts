import { randomInt } from 'node:crypto'
import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { personConfirmed, type confirmRegistration as request } from '@asaichi/contract/identity/account.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { Context } from '../context.ts'
import { insertMembership, insertPerson, isMailTaken } from '../store/persons.ts'
import type { Account } from '../store/profile-columns.ts'
import { takeRegistration } from '../store/registrations.ts'
import type { Tables } from '../store/schema.ts'

/** M5: 仮登録 becomes 本登録, once. A registration whose mail was confirmed by another one can never be used and goes too. */
export async function confirmRegistration(
  { db, secrets }: Context,
  { token }: { readonly token: string },
): Promise<OutcomeOf<typeof request>> {
  const registrationId = secrets.registrationOf(token)
  if (registrationId === undefined) return refuse('token-not-valid')
  return db.transaction().execute(async tx => {
    const registration = await takeRegistration(tx, registrationId)
    const person = registration && (await insertWithFreeNumber(tx, registration.account))
    if (!person) return refuse('token-not-valid')
    const { cityId, termsVersion } = registration
    const { personId, memberNumber } = person
    await insertMembership(tx, { personId, cityId, role: 'resident', termsVersion })
    await emit(tx, personConfirmed, { aggregateId: personId, version: 1, data: { personId, cityId } })
    return done({ memberNumber })
  })
}

const TRIES = 50

async function insertWithFreeNumber(
  tx: Transaction<Tables>,
  account: Account,
): Promise<{ readonly personId: string; readonly memberNumber: string } | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    // S3: seven digits; none begins with 0, which spreadsheets and people drop.
    const person = { personId: newId(), memberNumber: String(randomInt(1_000_000, 10_000_000)) }
    if (await insertPerson(tx, { ...person, mustChange: false, account })) return person
    if (await isMailTaken(tx, account.mail)) return undefined
  }
  throw new Error('no member number is free')
}
