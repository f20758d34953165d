import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { importPerson as request } from '@asaichi/contract/identity/account.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { weaknessOf } from '../domain/password-rules.ts'
import { findCity } from '../store/cities.ts'
import { importPermissions } from '../store/permissions.ts'
import { insertMembership, insertPerson, isKnown } from '../store/persons.ts'
import { tellPermissions } from './change-permission.ts'

/** S8: a person of an old system as they are, old password included; one that would be too weak today must be changed. */
export async function importPerson(
  { db, passwords }: Context,
  input: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { cityId, memberNumber, role } = input
  if (await isKnown(db, input)) return refuse('already-known')
  const hashed = await passwords.hash(input.password)
  if (!hashed.ok) return hashed
  const personId = newId()
  return db.transaction().execute(async tx => {
    const city = await findCity(tx, cityId)
    const mustChange =
      weaknessOf(input.password, { ...input, groupName: input.group?.name, city }) !== undefined
    const account = { ...input, passwordHash: hashed.value }
    if (!(await insertPerson(tx, { personId, memberNumber, mustChange, account })))
      return refuse('already-known')
    await insertMembership(tx, { personId, cityId, role, termsVersion: null })
    if (input.permission !== 'none')
      await tellPermissions(tx, await importPermissions(tx, cityId, [{ personId, status: input.permission }]))
    return done({ personId })
  })
}
