import { instantAt } from '@asaichi/calendar/instant.ts'
import type { listBills, Means } from '@asaichi/contract/reservation/money.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { BillRow, PostingRow, Tables } from './schema.ts'

type Wanted = {
  readonly of: z.output<typeof listBills.input>['of']
  readonly today: string
  readonly after: string | undefined
  readonly limit: number
}
type BillLine = BillRow & { readonly number: string }

/** T10. The cursor is the last row's due date and id. */
export async function listBillsOfCity(
  db: Kysely<Tables>,
  cityId: string,
  { of, today, after, limit }: Wanted,
): Promise<readonly BillLine[]> {
  const isLatestFirst = of === 'paid' || of === 'all'
  const order = sql.raw(isLatestFirst ? 'desc' : 'asc')
  const cursor = after?.match(/^(\d{4}-\d\d-\d\d)\.([0-9a-f-]{36})$/)
  const beyond = cursor
    ? sql`and (b.due_on, b.bill_id) ${sql.raw(isLatestFirst ? '<' : '>')} (${cursor[1]}::date, ${cursor[2]}::uuid)`
    : sql``
  const { rows } = await sql<BillLine>`
    select b.*, i.doc ->> 'number' as number from bills b join invoices i on i.invoice_id = b.invoice_id
    where b.city_id = ${cityId} and ${conditionOf(of, today)} ${beyond}
    order by b.due_on ${order}, b.bill_id ${order} limit ${limit}`.execute(db)
  return rows
}

function conditionOf(of: Wanted['of'], today: string) {
  switch (of) {
    case 'owed':
      return sql`b.charged > b.paid`
    case 'overdue':
      return sql`b.charged > b.paid and b.due_on < ${today}`
    case 'to-refund':
      return sql`b.charged < b.paid`
    case 'paid':
      return sql`b.charged = b.paid and b.charged > 0`
    case 'all':
      return sql`true`
    default:
      return of satisfies never
  }
}

export function nextBill(items: readonly BillLine[], limit: number): string | null {
  const last = items.at(-1)
  return items.length === limit && last ? `${last.due_on}.${last.bill_id}` : null
}

/** V10: the bills of a person with all their papers and lines, the newest first. */
export async function listBillsOfPerson(db: Kysely<Tables>, personId: string, limit: number) {
  const bills = await db
    .selectFrom('bills')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('due_on', 'desc')
    .orderBy('bill_id')
    .limit(limit)
    .execute()
  if (bills.length === 0) return []
  const ids = bills.map(bill => bill.bill_id)
  const invoices = Map.groupBy(
    await db
      .selectFrom('invoices')
      .select(['bill_id', 'doc'])
      .where('bill_id', 'in', ids)
      .orderBy('fiscal_year')
      .orderBy('nr')
      .execute(),
    each => each.bill_id,
  )
  const postings = Map.groupBy(
    await db
      .selectFrom('postings')
      .selectAll()
      .where('bill_id', 'in', ids)
      .orderBy('at')
      .orderBy('posting_id')
      .execute(),
    each => each.bill_id,
  )
  return bills.map(bill => ({
    bill,
    invoices: (invoices.get(bill.bill_id) ?? []).map(({ doc }) => doc),
    postings: postings.get(bill.bill_id) ?? [],
  }))
}

/** T10: what a line that takes another back undoes is subtracted where it stood, on the day it is taken back. */
export async function findTakings(db: Kysely<Tables>, cityId: string, date: string) {
  const { rows } = await sql<{ means: Means; received: number; refunded: number; count: number }>`
    select p.means, coalesce(sum(p.paid) filter (where coalesce(o.kind, p.kind) = 'received'), 0)::int as received,
      coalesce(-sum(p.paid) filter (where coalesce(o.kind, p.kind) = 'refunded'), 0)::int as refunded, count(*)::int as count
    from postings p left join postings o on o.posting_id = p.reverses
    where p.city_id = ${cityId} and p.paid <> 0 and p.at >= ${instantAt(date, '00:00')} and p.at < ${instantAt(date, '24:00')}
    group by p.means order by p.means`.execute(db)
  return rows
}

type PostingLine = PostingRow & { readonly now_of: string; readonly number: string | null }

/** T10: `now_of` is the booking that has the bill now (M30). The cursor is the last line's moment and id. */
export async function listPostingsOfCity(
  db: Kysely<Tables>,
  cityId: string,
  {
    from,
    to,
    after,
    limit,
  }: {
    readonly from: string
    readonly to: string
    readonly after: string | undefined
    readonly limit: number
  },
): Promise<readonly PostingLine[]> {
  const cursor = after?.match(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\.([0-9a-f-]{36})$/)
  const beyond = cursor
    ? sql`and (p.at, p.posting_id) > (${cursor[1]}::timestamptz, ${cursor[2]}::uuid)`
    : sql``
  const { rows } = await sql<PostingLine>`
    select p.*, b.reservation_id as now_of, i.doc ->> 'number' as number
    from postings p join bills b using (bill_id) left join invoices i on i.invoice_id = p.invoice_id
    where p.city_id = ${cityId} and p.at >= ${instantAt(from, '00:00')} and p.at < ${instantAt(to, '24:00')} ${beyond}
    order by p.at, p.posting_id limit ${limit}`.execute(db)
  return rows
}

export function nextPosting(items: readonly PostingLine[], limit: number): string | null {
  const last = items.at(-1)
  return items.length === limit && last ? `${last.at}.${last.posting_id}` : null
}
