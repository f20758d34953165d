import { emit } from '@asaichi/bus/emit.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { registrationStarted, type register as request } from '@asaichi/contract/identity/account.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { areBornPossibly } from '../domain/age.ts'
import { mailbox } from '../domain/compared-text.ts'
import {
  REGISTRATIONS_PER_MAIL,
  REGISTRATIONS_PER_MAIL_AND_SOURCE,
  REGISTRATIONS_PER_SOURCE,
} from '../domain/limits.ts'
import { weaknessOf } from '../domain/password-rules.ts'
import type { Secrets } from '../secrets.ts'
import { type Charge, chargeAttempt, refundAttempts } from '../store/attempts.ts'
import { findCity } from '../store/cities.ts'
import { insertRegistration } from '../store/registrations.ts'
import { whileStopped } from './while-stopped.ts'

type Input = z.output<(typeof request)['input']>
type Answer = OutcomeOf<typeof request>

/** M3, M4, A1: never looks whether the mail is known, so neither the answer nor its time can tell; the mail's text does (get-confirmation-mail). */
export async function register(context: Context, input: Input): Promise<Answer> {
  const { db, passwords, secrets } = context
  const refusal = await refusalOf(context, input)
  if (refusal) return refusal
  const charges = chargesOf(secrets, input)
  for (const charge of charges) {
    const spent = await chargeAttempt(db, charge)
    if (spent.count > charge.budget.most)
      return refuse('too-many-attempts', { retryAfterSeconds: spent.retryAfterSeconds })
  }
  const hashed = await passwords.hash(input.password)
  if (!hashed.ok) {
    await refundAttempts(
      db,
      charges.map(({ bucket }) => bucket),
    )
    return hashed
  }
  await record(context, input, hashed.value)
  return done({})
}

/** A8, A33: counted by what was typed, whether or not the mail is known, so a refusal tells nothing of anybody. */
function chargesOf(secrets: Secrets, { mail: address, source }: Input): readonly Charge[] {
  const mail = mailbox(address)
  return [
    { bucket: secrets.bucket('register-source', source), budget: REGISTRATIONS_PER_SOURCE },
    { bucket: secrets.bucket('register-mail', mail, source), budget: REGISTRATIONS_PER_MAIL_AND_SOURCE },
    { bucket: secrets.bucket('register-mail', mail), budget: REGISTRATIONS_PER_MAIL },
  ]
}

async function refusalOf({ db }: Context, input: Input): Promise<Answer | undefined> {
  const city = await findCity(db, input.cityId)
  if (!city) return refuse('unknown-city')
  const stopped = await whileStopped(db, input.cityId)
  if (stopped) return stopped
  if (input.acceptedTermsVersion !== city.termsVersion)
    return refuse('terms-outdated', { termsVersion: city.termsVersion })
  const today = localDateOf(await townNow(db))
  if (!areBornPossibly([input, ...(input.group?.members ?? [])], today))
    return refuse('birth-date-impossible')
  const reason = weaknessOf(input.password, { ...input, groupName: input.group?.name, city })
  return reason && refuse('weak-password', { reason })
}

async function record({ db }: Context, input: Input, passwordHash: string): Promise<void> {
  const registrationId = newId()
  const { cityId, acceptedTermsVersion: termsVersion } = input
  await db.transaction().execute(async tx => {
    await insertRegistration(tx, {
      registrationId,
      cityId,
      termsVersion,
      account: { ...input, passwordHash },
    })
    await emit(tx, registrationStarted, {
      aggregateId: registrationId,
      version: 1,
      data: { registrationId, cityId },
    })
  })
}
