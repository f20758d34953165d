import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { CONFIRM_SECONDS } from '../domain/limits.ts'
import { type Account, accountOf, profileColumns } from './profile-columns.ts'
import type { Tables } from './schema.ts'
import { townTime, townTimePlus } from './town-time.ts'

export type Registration = {
  readonly registrationId: string
  readonly cityId: string
  readonly termsVersion: string
  readonly account: Account
}

export async function insertRegistration(tx: Transaction<Tables>, registration: Registration): Promise<void> {
  const { group } = registration.account
  await tx
    .insertInto('registrations')
    .values({
      registration_id: registration.registrationId,
      city_id: registration.cityId,
      terms_version: registration.termsVersion,
      ...profileColumns(registration.account),
      group_roster: group ? JSON.stringify(group) : null,
      expires_at: townTimePlus(CONFIRM_SECONDS),
    })
    .execute()
}

/** Takes a registration that can still be confirmed out of the table: of two at once, the second finds nothing. */
export async function takeRegistration(
  tx: Transaction<Tables>,
  registrationId: string,
): Promise<Registration | undefined> {
  const row = await tx
    .deleteFrom('registrations')
    .where('registration_id', '=', registrationId)
    .where('expires_at', '>', townTime)
    .returningAll()
    .executeTakeFirst()
  return (
    row && {
      registrationId: row.registration_id,
      cityId: row.city_id,
      termsVersion: row.terms_version,
      account: { ...accountOf(row), group: row.group_roster ?? undefined },
    }
  )
}

/** What the mail of a registration is written from, with the person who has its mail already, if any. */
export async function findRegistrationForMail(db: Kysely<Tables>, registrationId: string) {
  return db
    .selectFrom('registrations')
    .leftJoin('persons', join =>
      join.on('persons.mail_key', '=', sql<string>`plain_mail(registrations.mail)`),
    )
    .select([
      'registrations.city_id as cityId',
      'registrations.mail as mail',
      'registrations.name as name',
      'registrations.language as language',
      'registrations.expires_at as expiresAt',
      'persons.name as knownName',
      'persons.language as knownLanguage',
    ])
    .where('registrations.registration_id', '=', registrationId)
    .where('registrations.expires_at', '>', townTime)
    .executeTakeFirst()
}
