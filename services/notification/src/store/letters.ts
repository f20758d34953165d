import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Asked } from './mails.ts'
import type { Status, Tables, ToldBy } from './schema.ts'

type Key = { readonly mailId: string; readonly cityId: string }

/** W6: a mail of the city that staff tell, or told; with whom it is for. */
export async function findLetter(
  db: Kysely<Tables>,
  { mailId, cityId }: Key,
): Promise<(Asked & { readonly status: Status }) | undefined> {
  return db
    .selectFrom('mails')
    .select([
      'mail_id as mailId',
      'kind',
      'subject_id as subjectId',
      'person_id as personId',
      'city_id as cityId',
      'outcome',
      'status',
    ])
    .where('mail_id', '=', mailId)
    .where('city_id', '=', cityId)
    .executeTakeFirst()
}

/** There is nothing left to tell. */
export async function dropLetter(db: Kysely<Tables>, { mailId, cityId }: Key, reason: string): Promise<void> {
  await db
    .updateTable('mails')
    .set({ status: 'dropped', last_error: reason })
    .where('mail_id', '=', mailId)
    .where('city_id', '=', cityId)
    .where('status', '=', 'to-tell')
    .execute()
}

/** Answers whether it was still to be told. */
export async function tellLetter(
  tx: Transaction<Tables>,
  { mailId, cityId }: Key,
  by: ToldBy,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mails')
    .set({ status: 'told', told_by: by, told_at: sql<string>`town_now()` })
    .where('mail_id', '=', mailId)
    .where('city_id', '=', cityId)
    .where('status', '=', 'to-tell')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
