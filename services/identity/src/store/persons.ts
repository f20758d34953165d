import type { Role } from '@asaichi/contract/actor.ts'
import type { LoginName } from '@asaichi/contract/identity.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Account, profileColumns } from './profile-columns.ts'
import type { Tables } from './schema.ts'
import { townTime } from './town-time.ts'

export type NewPerson = {
  readonly personId: string
  readonly memberNumber: string
  readonly mustChange: boolean
  readonly account: Account
}

/** Inserts a person whose mail and number are both free; answers whether it did. */
export async function insertPerson(tx: Transaction<Tables>, person: NewPerson): Promise<boolean> {
  const row = await tx
    .insertInto('persons')
    .values({
      person_id: person.personId,
      member_number: person.memberNumber,
      must_change: person.mustChange,
      ...profileColumns(person.account),
    })
    // Either of two unique columns may be taken, and both mean the same here.
    .onConflict(conflict => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function isMailTaken(db: Kysely<Tables>, mail: string): Promise<boolean> {
  const row = await db.selectFrom('persons').select('person_id').where('mail', '=', mail).executeTakeFirst()
  return row !== undefined
}

export async function isKnown(
  db: Kysely<Tables>,
  person: { readonly mail: string; readonly memberNumber: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('persons')
    .select('person_id')
    .where(eb => eb.or([eb('mail', '=', person.mail), eb('member_number', '=', person.memberNumber)]))
    .executeTakeFirst()
  return row !== undefined
}

/** `termsVersion` is what the person accepted just now (M4), null for the people of an old system. */
export async function insertMembership(
  tx: Transaction<Tables>,
  membership: {
    readonly personId: string
    readonly cityId: string
    readonly role: Role
    readonly termsVersion: string | null
  },
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values({
      person_id: membership.personId,
      city_id: membership.cityId,
      role: membership.role,
      terms_version: membership.termsVersion,
      terms_accepted_at: membership.termsVersion === null ? null : townTime,
    })
    .execute()
}

export async function findCredentials(
  db: Kysely<Tables>,
  login: z.output<typeof LoginName>,
): Promise<{ readonly personId: string; readonly passwordHash: string } | undefined> {
  const person = db.selectFrom('persons').select(['person_id as personId', 'password_hash as passwordHash'])
  return login.kind === 'mail'
    ? person.where('mail', '=', login.mail).executeTakeFirst()
    : person.where('member_number', '=', login.memberNumber).executeTakeFirst()
}

/** Only one login of a person is decided at a time; rows that merely refer to the person are not held up. */
export async function lockPerson(tx: Transaction<Tables>, personId: string): Promise<void> {
  await sql`select 1 from persons where person_id = ${personId} for no key update`.execute(tx)
}

export async function findRecipient(db: Kysely<Tables>, personId: string) {
  return db
    .selectFrom('persons')
    .select(['name', 'mail', 'language'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
}
