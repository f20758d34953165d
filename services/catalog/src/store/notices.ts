import type { Notice } from '@asaichi/contract/notices.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

export type WrittenNotice = Omit<Notice, 'venueName'>

/** Answers whether the notice is new. */
export async function insertNotice(tx: Transaction<Tables>, notice: WrittenNotice): Promise<boolean> {
  const { noticeId, cityId, venueId, date, title, body } = notice
  const row = await tx
    .insertInto('notices')
    .values({ notice_id: noticeId, city_id: cityId, venue_id: venueId, date, title, body })
    .onConflict(conflict => conflict.column('notice_id').doNothing())
    .returning('notice_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function findNotice(db: Kysely<Tables>, noticeId: string): Promise<Notice | undefined> {
  return selectNotices(db).where('notice_id', '=', noticeId).executeTakeFirst()
}

/** S2: newest first, on one day the newest id first, after the notice named. */
export async function newestNotices(
  db: Kysely<Tables>,
  of: { readonly cityId: string; readonly venueId?: string | undefined },
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly Notice[]> {
  let query = selectNotices(db).where('notices.city_id', '=', of.cityId)
  if (of.venueId !== undefined) query = query.where('notices.venue_id', '=', of.venueId)
  if (page.after !== undefined)
    query = query.where(
      sql<boolean>`(date, notice_id) < (select date, notice_id from notices where notice_id = ${page.after})`,
    )
  return query.orderBy('date', 'desc').orderBy('notice_id', 'desc').limit(page.limit).execute()
}

function selectNotices(db: Kysely<Tables>) {
  return db
    .selectFrom('notices')
    .leftJoin('venues', 'venues.venue_id', 'notices.venue_id')
    .select([
      'notice_id as noticeId',
      'notices.city_id as cityId',
      'notices.venue_id as venueId',
      sql<string | null>`venues.document ->> 'name'`.as('venueName'),
      'date',
      'title',
      'body',
    ])
}
