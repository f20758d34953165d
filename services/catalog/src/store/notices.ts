import type { Notice } from '@asaichi/contract/catalog/notices.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import { translatedName } from '../domain/translated-name.ts'
import type { Tables } from './schema.ts'

export type WrittenNotice = Omit<Notice, 'venueName' | 'venueTranslations'>
export type StaffNotice = Notice & { readonly shown: boolean; readonly withdrawn: boolean }
type Page = { readonly after?: string | undefined; readonly limit: number }

/** Answers whether the notice is new. */
export async function insertNotice(tx: Transaction<Tables>, notice: WrittenNotice): Promise<boolean> {
  const row = await tx
    .insertInto('notices')
    .values({ notice_id: notice.noticeId, city_id: notice.cityId, ...wordsOf(notice), withdrawn_at: null })
    .onConflict(conflict => conflict.column('notice_id').doNothing())
    .returning('notice_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Puts the words of a notice that is there, and shows it again. */
export async function updateNotice(tx: Transaction<Tables>, notice: WrittenNotice): Promise<void> {
  await tx
    .updateTable('notices')
    .set({ ...wordsOf(notice), withdrawn_at: null })
    .where('notice_id', '=', notice.noticeId)
    .execute()
}

export async function markWithdrawn(tx: Transaction<Tables>, noticeId: string): Promise<void> {
  await sql`update notices set withdrawn_at = coalesce(withdrawn_at, town_now()) where notice_id = ${noticeId}`.execute(
    tx,
  )
}

export async function findNotice(db: Kysely<Tables>, noticeId: string): Promise<StaffNotice | undefined> {
  const row = await selectNotices(db).where('notice_id', '=', noticeId).executeTakeFirst()
  return row && noticeOf(row)
}

/** S2: urgent first, then newest first, on one day the newest id first, after the notice named; only what is shown today. */
export async function newestNotices(
  db: Kysely<Tables>,
  of: { readonly cityId: string; readonly venueId?: string | undefined },
  page: Page,
): Promise<readonly Notice[]> {
  let query = selectNotices(db).where('notices.city_id', '=', of.cityId).where(isShown)
  if (of.venueId !== undefined) query = query.where('notices.venue_id', '=', of.venueId)
  const rows = await ordered(query, page).execute()
  return rows.map(row => withoutState(noticeOf(row)))
}

/** T8: all of a city, shown or not. */
export async function allNotices(
  db: Kysely<Tables>,
  cityId: string,
  page: Page,
): Promise<readonly StaffNotice[]> {
  const rows = await ordered(selectNotices(db).where('notices.city_id', '=', cityId), page).execute()
  return rows.map(noticeOf)
}

export function withoutState({ shown: _, withdrawn: __, ...notice }: StaffNotice): Notice {
  return notice
}

// The city's calendar decides which day it is.
const isShown = sql<boolean>`(withdrawn_at is null
  and coalesce(show_from, '-infinity') <= (town_now() at time zone 'Asia/Tokyo')::date
  and coalesce(show_until, 'infinity') >= (town_now() at time zone 'Asia/Tokyo')::date)`

function ordered<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>, { after, limit }: Page) {
  const rest =
    after === undefined
      ? query
      : query.where(
          sql<boolean>`(urgent, date, notice_id) < (select urgent, date, notice_id from notices where notice_id = ${after})`,
        )
  return rest
    .orderBy(sql`urgent`, 'desc')
    .orderBy(sql`date`, 'desc')
    .orderBy(sql`notice_id`, 'desc')
    .limit(limit)
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
      sql<Venue['translations'] | null>`venues.document -> 'translations'`.as('venueTranslations'),
      'date',
      'title',
      'body',
      'urgent',
      'show_from as showFrom',
      'show_until as showUntil',
      'translations',
      isShown.as('shown'),
      sql<boolean>`withdrawn_at is not null`.as('withdrawn'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectNotices>['executeTakeFirstOrThrow']>>

function noticeOf({ translations, venueTranslations, ...row }: Row): StaffNotice {
  return {
    ...row,
    venueTranslations: translatedName(venueTranslations),
    ...(translations && { translations }),
  }
}

function wordsOf({ venueId, date, title, body, urgent, showFrom, showUntil, translations }: WrittenNotice) {
  return {
    venue_id: venueId,
    date,
    title,
    body,
    urgent,
    show_from: showFrom,
    show_until: showUntil,
    translations: translations ? JSON.stringify(translations) : null,
  }
}
