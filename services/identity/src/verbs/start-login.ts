import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { startLogin as request } from '@asaichi/contract/identity/login.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { typedFromMail } from '../domain/password-help.ts'
import { sameSecret } from '../secrets.ts'
import { findOffice } from '../store/cities.ts'
import { isKnownDevice } from '../store/known-devices.ts'
import { type Credentials, findCredentials } from '../store/persons.ts'
import { issueChallenge } from './issue-challenge.ts'
import { chargeLogin } from './login-budget.ts'
import { noteWrongPassword } from './note-wrong-password.ts'

type Input = z.output<(typeof request)['input']>

// A hash of 32 random bytes nobody kept: an unknown person costs what a wrong password costs (A13).
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c4h90BSVXM/MFf4OxxGWhQ$Rf3xe+lX+2dELetalXOOAaUwaoy0D2N3/CEoXQLT9Xg'

/** S3, M9: the password first; who knows it is sent a code, or asked for the app's. */
export async function startLogin(context: Context, input: Input): Promise<OutcomeOf<typeof request>> {
  const { db, passwords } = context
  const city = await findOffice(db, input.cityId)
  if (!city) return refuse('unknown-city')
  if (!city.loginKinds.includes(input.login.kind))
    return refuse('login-kind-not-offered', { offered: city.loginKinds })
  const person = await findCredentials(db, input.login)
  const opens = (helpId: string | null, { personId }: Credentials) =>
    issueChallenge(context, {
      opening: { personId, cityId: input.cityId, helpId, sessionId: null },
      officePhone: city.officePhone,
    })
  // V3: nobody guesses 79 bits, so who was mailed a temporary password gets in through any siege, and costs no hash.
  const helpId = helpOf(context, input, person)
  if (person && helpId !== undefined) return opens(helpId, person)
  const charged = await chargeLogin(context, input, await knownDevice(context, input, person))
  if (!charged.ok) return charged
  const { rank, refund, countRight, countWrong } = charged.value
  const verified = await passwords.verify(input.password, person?.passwordHash ?? NOBODYS_HASH, rank)
  if (!verified.ok) {
    await refund()
    return verified
  }
  if (!person || !verified.value) {
    await countWrong()
    await noteWrongPassword(context, input, person?.personId)
    return refuse('credentials-wrong')
  }
  await countRight()
  return opens(null, person)
}

// Nobody's id, so that an unknown person costs the same question (A13).
const NOBODY = '00000000-0000-4000-8000-000000000000'

/** V3: the device, where its mark is ours and somebody logged in to this very account with it. */
async function knownDevice(
  { db, secrets }: Context,
  { device }: Input,
  person: Credentials | undefined,
): Promise<string | undefined> {
  const deviceId = secrets.deviceOf(device ?? '')
  if (deviceId === undefined) return undefined
  const isKnown = await isKnownDevice(db, { personId: person?.personId ?? NOBODY, deviceId })
  return isKnown ? deviceId : undefined
}

/** S9: the help whose temporary password this is; the person's own one works as ever. */
function helpOf(
  { secrets }: Context,
  { password }: Input,
  person: Credentials | undefined,
): string | undefined {
  const helpId = person?.helpId ?? undefined
  const isRight = sameSecret(typedFromMail(password), secrets.temporaryPassword(helpId ?? 'nobody'))
  return isRight ? helpId : undefined
}
