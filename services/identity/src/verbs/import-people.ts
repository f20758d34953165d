import { randomBytes } from 'node:crypto'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { importPeople as request } from '@asaichi/contract/identity/import.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findCity } from '../store/cities.ts'
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
  if (!(await findCity(db, cityId))) return refuse('unknown-city')
  const hashed = await passwords.hash(randomBytes(32).toString('base64url'))
  if (!hashed.ok) return hashed
  const tx = await db.startTransaction().execute()
  try {
    const known = await bringIn(tx, { cityId, people, passwordHash: hashed.value })
    await (dryRun ? tx.rollback() : tx.commit()).execute()
    return done({ imported: people.length - known.length, known: [...known] })
  } catch (error) {
    if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute()
    throw error
  }
}

type Message = {
  readonly cityId: string
  readonly people: readonly Imported[]
  readonly passwordHash: string
}

/** A few statements for all of a message; answers the numbers of those who were known, or stood in it twice. */
async function bringIn(
  tx: Transaction<Tables>,
  { cityId, people, passwordHash }: Message,
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
  const permitted = fresh.filter(({ account }) => account.permission !== 'none')
  const states = permitted.map(({ personId, account }) => ({ personId, status: account.permission }))
  await tellPermissions(tx, await importPermissions(tx, cityId, states))
  return wanted.filter(({ personId }) => !inserted.has(personId)).map(({ memberNumber }) => memberNumber)
}
