import { randomBytes } from 'node:crypto'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { registerAtCounter as request } from '@asaichi/contract/identity/counter.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { areBornPossibly } from '../domain/age.ts'
import { selectSamePerson } from '../store/alike.ts'
import { recordAct } from '../store/audit.ts'
import { findCity } from '../store/cities.ts'
import { findPermission, importPermissions, insertConfirmation } from '../store/permissions.ts'
import { findByPress, insertMembership, lockPerson, savePress } from '../store/persons.ts'
import type { Tables } from '../store/schema.ts'
import { tellPermissions } from './change-permission.ts'
import { numberPerson } from './number-person.ts'

type Input = z.output<(typeof request)['input']>
type Answer = OutcomeOf<typeof request>

/** W6: an account with the hash of a word that is forgotten at once; a password is set with the first mail address (S9). */
export async function registerAtCounter(context: Context, input: Input): Promise<Answer> {
  const { db, passwords } = context
  const { actor } = input
  if (actor.role === 'resident') return refuse('not-allowed')
  const refusal = await refusalOf(context, input)
  if (refusal) return refusal
  const hashed = await passwords.hash(randomBytes(32).toString('base64url'))
  if (!hashed.ok) return hashed
  return db.transaction().execute(async tx => {
    // A clerk's presses come one after another, so that the second of the same finds what the first has done.
    await lockPerson(tx, actor.personId)
    return (await earlierAnswer(tx, input)) ?? (await enter(tx, input, hashed.value))
  })
}

async function refusalOf({ db }: Context, { actor, person, acceptedTermsVersion }: Input) {
  const city = await findCity(db, actor.cityId)
  if (!city) return refuse('unknown-city')
  const { termsVersion } = city
  if (acceptedTermsVersion !== termsVersion) return refuse('terms-outdated', { termsVersion })
  const today = localDateOf(await townNow(db))
  return areBornPossibly([person, ...(person.group?.members ?? [])], today)
    ? undefined
    : refuse('birth-date-impossible')
}

async function earlierAnswer(tx: Transaction<Tables>, input: Input): Promise<Answer | undefined> {
  const earlier = await findByPress(tx, pressOf(input))
  if (!earlier) return undefined
  const permission = await findPermission(tx, { ...earlier, cityId: input.actor.cityId })
  return done({ ...earlier, permission: permission?.status ?? 'none' })
}

async function enter(tx: Transaction<Tables>, input: Input, passwordHash: string): Promise<Answer> {
  const { actor, person, acceptedTermsVersion: termsVersion, contact, despiteAlike } = input
  const { cityId } = actor
  const same = await selectSamePerson(tx, { cityId, actorId: actor.personId, person })
  // A76: nobody decides about a second account of their own.
  if (same.some(account => account.personId === actor.personId)) return refuse('not-allowed')
  if (same.length > 0 && !despiteAlike) return refuse('known-already', { accounts: [...same] })
  const numbered = await numberPerson(tx, { ...person, mail: null, passwordHash })
  if (!numbered) throw new Error('without mail no mailbox can be taken')
  const { personId, memberNumber } = numbered
  const key = { personId, cityId }
  await savePress(tx, personId, pressOf(input))
  await insertMembership(tx, { ...key, role: 'resident', termsVersion })
  // Told at the counter, on paper: like an imported permission it needs no mail I.
  const permissions = await importPermissions(tx, cityId, [{ personId, status: input.permission }])
  await insertConfirmation(tx, key, { staffId: actor.personId, ...contact })
  await recordAct(tx, actor, { act: 'register-person', subjectId: personId })
  if (input.permission === 'approved')
    await recordAct(tx, actor, { act: 'approve-permission', subjectId: personId })
  await tellPermissions(tx, permissions)
  return done({ personId, memberNumber, permission: input.permission })
}

function pressOf({ actor, key }: Input): string {
  return `${actor.personId} ${key}`
}
