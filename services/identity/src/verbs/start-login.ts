import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { loginCodeIssued, type startLogin as request } from '@asaichi/contract/identity/login.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { typedFromMail } from '../domain/password-help.ts'
import { sameSecret } from '../secrets.ts'
import { nextCodeAt, type Opening, replaceChallenge } from '../store/challenges.ts'
import { findOffice } from '../store/cities.ts'
import { type Credentials, findCredentials, lockPerson } from '../store/persons.ts'
import { chargeLogin } from './login-budget.ts'
import { noteWrongPassword } from './note-wrong-password.ts'

type Input = z.output<(typeof request)['input']>

// A hash of 32 random bytes nobody kept: an unknown person costs what a wrong password costs (A13).
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c4h90BSVXM/MFf4OxxGWhQ$Rf3xe+lX+2dELetalXOOAaUwaoy0D2N3/CEoXQLT9Xg'

/** S3, M9: the password first; who knows it is sent a code. */
export async function startLogin(context: Context, input: Input): Promise<OutcomeOf<typeof request>> {
  const { db, passwords } = context
  const city = await findOffice(db, input.cityId)
  if (!city) return refuse('unknown-city')
  if (!city.loginKinds.includes(input.login.kind))
    return refuse('login-kind-not-offered', { offered: city.loginKinds })
  const charged = await chargeLogin(context, input)
  if (!charged.ok) return charged
  const person = await findCredentials(db, input.login)
  const verified = await passwords.verify(input.password, person?.passwordHash ?? NOBODYS_HASH)
  if (!verified.ok) {
    await charged.value.refund()
    return verified
  }
  const helpId = verified.value ? null : helpOf(context, input, person)
  if (!person || helpId === undefined) {
    await charged.value.countWrong()
    await noteWrongPassword(context, input, person?.personId)
    return refuse('credentials-wrong')
  }
  await charged.value.refund()
  return issueChallenge(context, {
    opening: { personId: person.personId, cityId: input.cityId, helpId },
    officePhone: city.officePhone,
  })
}

/** S9: the help whose temporary password this is; the person's own one was looked at before and works as ever. */
function helpOf(
  { secrets }: Context,
  { password }: Input,
  person: Credentials | undefined,
): string | undefined {
  const helpId = person?.helpId ?? undefined
  const isRight = sameSecret(typedFromMail(password), secrets.temporaryPassword(helpId ?? 'nobody'))
  return isRight ? helpId : undefined
}

/** A20: at most five codes an hour that were not used; who knew the password is told when the next one can come (M31). */
async function issueChallenge(
  { db }: Context,
  { opening, officePhone }: { readonly opening: Opening; readonly officePhone: string },
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    await lockPerson(tx, opening.personId)
    const wait = await nextCodeAt(tx, opening.personId)
    if (wait) return refuse('too-many-codes', { ...wait, officePhone })
    const challenge = await replaceChallenge(tx, { challengeId: newId(), ...opening })
    await emit(tx, loginCodeIssued, { aggregateId: challenge.challengeId, version: 1, data: challenge })
    return done(challenge)
  })
}
