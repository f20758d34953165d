import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Day } from './days.ts'
import { RECEIPT_COLUMNS, type StoredReceipt } from './receipts.ts'
import type { Tables } from './schema.ts'

/** V2: receipts of a venue's day for these listings whose times touch the span, in the order they were decided. */
export async function findAttempts(
  db: Kysely<Tables>,
  day: Day,
  wanted: {
    readonly listingIds: readonly string[]
    readonly from: string
    readonly to: string
    readonly after: number
    readonly limit: number
  },
): Promise<readonly Omit<StoredReceipt, 'venueId'>[]> {
  const { listingIds, from, to, after, limit } = wanted
  const { rows } = await sql<Omit<StoredReceipt, 'venueId'>>`
    select ${RECEIPT_COLUMNS}
    from every_receipt r
    where venue_id = ${day.venueId} and use_date = ${day.date} and last_place > ${after} and place > ${after}
      and listing_id = any(${[...listingIds]}) and from_time < ${to} and to_time > ${from}
    order by place limit ${limit}`.execute(db)
  return rows
}
