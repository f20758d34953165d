import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { CODE_TRIES, CODES_PER_HOUR, MAIL_CODE_SECONDS } from '../domain/limits.ts'
import type { Wait } from './challenges.ts'
import { displayName } from './persons.ts'
import type { Tables } from './schema.ts'
import { townTime, townTimePlus } from './town-time.ts'

/** A20: when the person may have the next code sent; at once where there is nothing to wait for. */
export async function nextMailCodeAt(tx: Transaction<Tables>, personId: string): Promise<Wait | undefined> {
  const { rows } = await sql<Wait>`
    select asked_at + interval '1 hour' as "nextAt",
      greatest(1, ceil(extract(epoch from asked_at + interval '1 hour' - town_now())))::int as "retryAfterSeconds"
    from mail_changes
    where person_id = ${personId} and changed_at is null and asked_at > town_now() - interval '1 hour'
    order by asked_at desc, change_id offset ${CODES_PER_HOUR - 1} limit 1`.execute(tx)
  return rows[0]
}

export type NewMail = {
  readonly changeId: string
  readonly personId: string
  readonly cityId: string
  readonly oldMail: string | null
  readonly newMail: string
}

/** Of a person's changes only the newest can be confirmed. */
export async function insertMailChange(tx: Transaction<Tables>, change: NewMail) {
  await endMailChangesOf(tx, change.personId)
  return tx
    .insertInto('mail_changes')
    .values(rowOf(change))
    .returning(['change_id as changeId', 'expires_at as expiresAt'])
    .executeTakeFirstOrThrow()
}

/** What staff wrote is the person's at once. */
export async function insertMadeChange(tx: Transaction<Tables>, change: NewMail): Promise<void> {
  await endMailChangesOf(tx, change.personId)
  await tx
    .insertInto('mail_changes')
    .values({ ...rowOf(change), ended_at: townTime, changed_at: townTime })
    .execute()
}

function rowOf({ changeId, personId, cityId, oldMail, newMail }: NewMail) {
  return {
    change_id: changeId,
    person_id: personId,
    city_id: cityId,
    old_mail: oldMail,
    new_mail: newMail,
    asked_at: townTime,
    expires_at: townTimePlus(MAIL_CODE_SECONDS),
  }
}

/** Counts a try where one is left, before the code is looked at; another person's change is none. */
export async function countMailTry(
  tx: Transaction<Tables>,
  { changeId, personId }: { readonly changeId: string; readonly personId: string },
) {
  return tx
    .updateTable('mail_changes')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('change_id', '=', changeId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('tries', '<', CODE_TRIES)
    .where('expires_at', '>', townTime)
    .returning(['city_id as cityId', 'new_mail as newMail', 'tries'])
    .executeTakeFirst()
}

async function endMailChangesOf(tx: Transaction<Tables>, personId: string): Promise<void> {
  await tx
    .updateTable('mail_changes')
    .set({ ended_at: townTime })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}

export async function markChanged(tx: Transaction<Tables>, changeId: string): Promise<void> {
  await tx
    .updateTable('mail_changes')
    .set({ ended_at: townTime, changed_at: townTime })
    .where('change_id', '=', changeId)
    .execute()
}

/** What mails C and P of a change are written from. */
export async function findMailChange(db: Kysely<Tables>, changeId: string) {
  return db
    .selectFrom('mail_changes as c')
    .innerJoin('persons', 'persons.person_id', 'c.person_id')
    .select(eb => [
      'c.city_id as cityId',
      displayName,
      'persons.language as language',
      'c.old_mail as oldMail',
      'c.new_mail as newMail',
      'c.expires_at as expiresAt',
      eb.and([eb('c.ended_at', 'is', null), eb('c.expires_at', '>', townTime)]).as('isLive'),
      eb('c.changed_at', 'is not', null).as('isChanged'),
    ])
    .where('c.change_id', '=', changeId)
    .executeTakeFirst()
}
