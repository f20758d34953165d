import type { Language, Role } from '@asaichi/contract/actor.ts'
import type { LoginName } from '@asaichi/contract/identity/login.ts'
import type { changeProfile } from '@asaichi/contract/identity/profile.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { type NotNull, sql } from 'kysely'
import type { z } from 'zod'
import type { Claim, Known } from '../domain/password-help.ts'
import type { Owner } from '../domain/password-rules.ts'
import { insertRoster } from './groups.ts'
import { type Account, profileColumns } from './profile-columns.ts'
import type { Tables } from './schema.ts'
import { townTime } from './town-time.ts'

export type NewPerson = {
  readonly personId: string
  readonly memberNumber: string
  readonly mustChange: boolean
  readonly account: Account<string | null>
}

/** Inserts a person whose mail and number are both free, with the roster of a group; answers whether it did. */
export async function insertPerson(tx: Transaction<Tables>, person: NewPerson): Promise<boolean> {
  const { account, personId } = person
  const isNew = (await insertPersons(tx, [person])).has(personId)
  if (isNew && account.group)
    await insertRoster(tx, personId, { representative: account, group: account.group })
  return isNew
}

/** Answers the ids of those whose mail and number were both free; of two rows with the same, the first is. Without rosters. */
export async function insertPersons(
  tx: Transaction<Tables>,
  people: readonly NewPerson[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .insertInto('persons')
    .values(
      people.map(({ personId, memberNumber, mustChange, account }) => ({
        person_id: personId,
        member_number: memberNumber,
        must_change: mustChange,
        ...profileColumns(account),
        group_name: account.group?.name ?? null,
      })),
    )
    // Either of two unique columns may be taken, and both mean the same here.
    .onConflict(conflict => conflict.doNothing())
    .returning('person_id')
    .execute()
  return new Set(rows.map(row => row.person_id))
}

/** The mailbox an address names, as `mail_key` holds it. */
function plainMail(mail: string) {
  return sql<string>`plain_mail(${mail})`
}

export async function isMailTaken(db: Kysely<Tables>, mail: string): Promise<boolean> {
  return (await findIdByMail(db, mail)) !== undefined
}

export async function findIdByMail(db: Kysely<Tables>, mail: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('persons')
    .select('person_id')
    .where('mail_key', '=', plainMail(mail))
    .executeTakeFirst()
  return row?.person_id
}

export async function isKnown(
  db: Kysely<Tables>,
  person: { readonly mail: string; readonly memberNumber: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('persons')
    .select('person_id')
    .where(eb =>
      eb.or([eb('mail_key', '=', plainMail(person.mail)), eb('member_number', '=', person.memberNumber)]),
    )
    .executeTakeFirst()
  return row !== undefined
}

type Membership = {
  readonly personId: string
  readonly cityId: string
  readonly role: Role
  /** What the person accepted just now (M4), null for the people of an old system. */
  readonly termsVersion: string | null
}

export async function insertMembership(tx: Transaction<Tables>, membership: Membership): Promise<void> {
  await insertMemberships(tx, [membership])
}

export async function insertMemberships(
  tx: Transaction<Tables>,
  memberships: readonly Membership[],
): Promise<void> {
  if (memberships.length === 0) return
  await tx
    .insertInto('memberships')
    .values(
      memberships.map(({ personId, cityId, role, termsVersion }) => ({
        person_id: personId,
        city_id: cityId,
        role,
        terms_version: termsVersion,
        terms_accepted_at: termsVersion === null ? null : townTime,
      })),
    )
    .execute()
}

/** W6: who was registered by this press of a clerk. */
export async function findByPress(
  db: Kysely<Tables>,
  press: string,
): Promise<{ readonly personId: string; readonly memberNumber: string } | undefined> {
  return db
    .selectFrom('persons')
    .select(['person_id as personId', 'member_number as memberNumber'])
    .where('press_key', '=', press)
    .executeTakeFirst()
}

export async function savePress(tx: Transaction<Tables>, personId: string, press: string): Promise<void> {
  await tx.updateTable('persons').set({ press_key: press }).where('person_id', '=', personId).execute()
}

/** G1: how a mail calls its reader; a group's is read by its representative. */
export const displayName = sql<string>`concat_ws(' ', group_name, name)`.as('name')

export type Credentials = {
  readonly personId: string
  readonly passwordHash: string
  /** S9: whose temporary password can be used now. */
  readonly helpId: string | null
}

export async function findCredentials(
  db: Kysely<Tables>,
  login: z.output<typeof LoginName>,
): Promise<Credentials | undefined> {
  const person = db
    .selectFrom('persons as p')
    .leftJoin('password_helps as h', join =>
      join
        .onRef('h.person_id', '=', 'p.person_id')
        .on('h.ended_at', 'is', null)
        .on('h.expires_at', '>', townTime),
    )
    .select(['p.person_id as personId', 'p.password_hash as passwordHash', 'h.help_id as helpId'])
  return login.kind === 'mail'
    ? person.where('p.mail_key', '=', plainMail(login.mail)).executeTakeFirst()
    : person.where('p.member_number', '=', login.memberNumber).executeTakeFirst()
}

/** What a claim to be the holder of a number, or without one of a mailbox, is compared with (S9). */
export async function findClaimed(
  db: Kysely<Tables>,
  { memberNumber, mail }: Claim,
): Promise<(Known & { readonly personId: string }) | undefined> {
  const row = await db
    .selectFrom('persons')
    .select(['person_id', 'name', 'group_name', 'birth_date', 'mail'])
    .where(eb =>
      memberNumber === undefined
        ? eb('mail_key', '=', plainMail(mail))
        : eb('member_number', '=', memberNumber),
    )
    .executeTakeFirst()
  return (
    row && {
      personId: row.person_id,
      names: [row.name, ...(row.group_name === null ? [] : [row.group_name])],
      birthDate: row.birth_date,
      mail: row.mail,
    }
  )
}

export type PasswordOwner = Owner & { readonly passwordHash: string }

export async function findPasswordOwner(db: Kysely<Tables>, personId: string): Promise<PasswordOwner> {
  return db
    .selectFrom('persons')
    .select([
      'name',
      'kana',
      'mail',
      'group_name as groupName',
      'birth_date as birthDate',
      'phone',
      'member_number as memberNumber',
      'password_hash as passwordHash',
    ])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
}

/** A mailbox that is another person's breaks the constraint `persons_mail`. */
export async function saveMail(tx: Transaction<Tables>, personId: string, mail: string): Promise<void> {
  await tx.updateTable('persons').set({ mail }).where('person_id', '=', personId).execute()
}

export async function isStaffAnywhere(db: Kysely<Tables>, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('memberships')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('role', '!=', 'resident')
    .executeTakeFirst()
  return row !== undefined
}

/** S8: a password set here keeps today's rule, so nothing has to be changed any more. */
export async function savePassword(
  tx: Transaction<Tables>,
  personId: string,
  passwordHash: string,
): Promise<void> {
  await tx
    .updateTable('persons')
    .set({ password_hash: passwordHash, must_change: false })
    .where('person_id', '=', personId)
    .execute()
}

/** Only one login of a person is decided at a time; rows that merely refer to the person are not held up. */
export async function lockPerson(tx: Transaction<Tables>, personId: string): Promise<void> {
  await sql`select 1 from persons where person_id = ${personId} for no key update`.execute(tx)
}

export async function findRecipient(db: Kysely<Tables>, personId: string) {
  return db
    .selectFrom('persons')
    .select([displayName, 'mail', 'language'])
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
}

/** Of who logs in, which takes a mailbox (M9). */
export async function findProfile(db: Kysely<Tables>, personId: string) {
  return db
    .selectFrom('persons')
    .select([
      'name',
      'kana',
      'birth_date as birthDate',
      'postal_code as postalCode',
      'address',
      'phone',
      'mail',
      'member_number as memberNumber',
      'language',
      'group_name as groupName',
    ])
    .where('person_id', '=', personId)
    .where('mail', 'is not', null)
    .$narrowType<{ mail: NotNull }>()
    .executeTakeFirstOrThrow()
}

export async function saveLanguage(db: Kysely<Tables>, personId: string, language: Language): Promise<void> {
  await db.updateTable('persons').set({ language }).where('person_id', '=', personId).execute()
}

/** Writes what is given and leaves the rest. */
export async function saveProfile(
  tx: Transaction<Tables>,
  personId: string,
  changes: z.output<typeof changeProfile.input>['changes'],
): Promise<void> {
  await tx
    .updateTable('persons')
    .set({
      name: changes.name,
      kana: changes.kana,
      birth_date: changes.birthDate,
      postal_code: changes.postalCode,
      address: changes.address,
      phone: changes.phone,
    })
    .where('person_id', '=', personId)
    .execute()
}
