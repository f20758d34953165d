import { randomBytes } from 'node:crypto'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { importPeople as request } from '@asaichi/contract/identity/import.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { classNamed } from '../domain/known-class.ts'
import { type CitySettings, findCity } from '../store/cities.ts'
import { importPermissions } from '../store/permissions.ts'
import { insertMemberships, insertPersons } from '../store/persons.ts'
import type { Tables } from '../store/schema.ts'
import { tellPermissions } from './change-permission.ts'

type Asked = z.output<typeof request.input>
type Imported = Asked['people'][number]

/**
 * S8: people whose old password nobody knows. They share the hash of a word that is forgotten at once, so nobody logs in with
 * a password, at the same pace as everywhere, until they set one by password help (S9).
 */
export async function importPeople(
  { db, passwords }: Context,
  { cityId, people, dryRun }: Asked,
): Promise<OutcomeOf<typeof request>> {
  const city = await findCity(db, cityId)
  if (!city) return refuse('unknown-city')
  const unknown = people.find(
    ({ userClass }) => userClass !== undefined && !classNamed(city.classes, userClass),
  )?.userClass
  if (unknown !== undefined) return refuse('unknown-class', { userClass: unknown })
  const hashed = await passwords.hash(randomBytes(32).toString('base64url'))
  if (!hashed.ok) return hashed
  const tx = await db.startTransaction().execute()
  try {
    const known = await bringIn(tx, { city, people, passwordHash: hashed.value })
    await (dryRun ? tx.rollback() : tx.commit()).execute()
    return done({ imported: people.length - known.length, known: [...known] })
  } catch (error) {
    if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute()
    throw error
  }
}

type Message = {
  readonly city: CitySettings
  readonly people: readonly Imported[]
  readonly passwordHash: string
}

/** A few statements for all of a message; answers the numbers of those who were known, or stood in it twice. */
async function bringIn(
  tx: Transaction<Tables>,
  { city: { cityId, classes }, people, passwordHash }: Message,
): Promise<readonly string[]> {
  const wanted = people.map(person => ({
    personId: newId(),
    memberNumber: person.memberNumber,
    mustChange: true,
    account: { ...person, passwordHash },
  }))
  const inserted = await insertPersons(tx, wanted)
  const fresh = wanted.filter(({ personId }) => inserted.has(personId))
  await insertMemberships(
    tx,
    fresh.map(({ personId, account }) => ({ personId, cityId, role: account.role, termsVersion: null })),
  )
  const permitted = fresh.filter(
    ({ account }) => account.permission !== 'none' || account.userClass !== undefined,
  )
  const states = permitted.map(({ personId, account: { permission, userClass } }) => ({
    personId,
    status: permission,
    ...(userClass !== undefined && { classId: classNamed(classes, userClass) }),
  }))
  await tellPermissions(tx, await importPermissions(tx, cityId, states))
  return wanted.filter(({ personId }) => !inserted.has(personId)).map(({ memberNumber }) => memberNumber)
}
