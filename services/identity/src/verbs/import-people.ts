import { randomBytes } from 'node:crypto'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { importPeople as request } from '@asaichi/contract/identity/import.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findCity } from '../store/cities.ts'
import { importPermission } from '../store/permissions.ts'
import { insertMembership, insertPerson, isKnown } from '../store/persons.ts'
import type { Tables } from '../store/schema.ts'
import { tellPermission } from './change-permission.ts'

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
    const known: string[] = []
    for (const person of people)
      if (!(await bringIn(tx, { cityId, person, passwordHash: hashed.value })))
        known.push(person.memberNumber)
    await (dryRun ? tx.rollback() : tx.commit()).execute()
    return done({ imported: people.length - known.length, known })
  } catch (error) {
    if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute()
    throw error
  }
}

/** Answers whether the person is new. */
async function bringIn(
  tx: Transaction<Tables>,
  of: { readonly cityId: string; readonly person: Imported; readonly passwordHash: string },
): Promise<boolean> {
  const { cityId, person, passwordHash } = of
  if (await isKnown(tx, person)) return false
  const personId = newId()
  const { memberNumber, role, permission } = person
  const account = { ...person, passwordHash }
  if (!(await insertPerson(tx, { personId, memberNumber, mustChange: true, account }))) return false
  await insertMembership(tx, { personId, cityId, role, termsVersion: null })
  if (permission !== 'none')
    await tellPermission(tx, await importPermission(tx, { personId, cityId }, permission))
  return true
}
