import type { Invoice, Posting } from '@asaichi/contract/reservation/money.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { BillRow, PostingRow, Tables } from './schema.ts'

export async function findBill(db: Kysely<Tables>, reservationId: string): Promise<BillRow | undefined> {
  return db.selectFrom('bills').selectAll().where('reservation_id', '=', reservationId).executeTakeFirst()
}

/** Locked after the day, the persons and the booking, wherever those are locked too; so that of two payments the second sees the first. */
export async function lockBill(tx: Transaction<Tables>, reservationId: string): Promise<BillRow | undefined> {
  return tx
    .selectFrom('bills')
    .selectAll()
    .where('reservation_id', '=', reservationId)
    .forUpdate()
    .executeTakeFirst()
}

export async function findBillById(db: Kysely<Tables>, billId: string): Promise<BillRow | undefined> {
  return db.selectFrom('bills').selectAll().where('bill_id', '=', billId).executeTakeFirst()
}

export async function findBillOfInvoice(
  db: Kysely<Tables>,
  invoiceId: string,
): Promise<{ readonly bill: BillRow; readonly invoice: Invoice } | undefined> {
  const row = await db
    .selectFrom('invoices')
    .innerJoin('bills', 'bills.bill_id', 'invoices.bill_id')
    .selectAll('bills')
    .select('invoices.doc')
    .where('invoices.invoice_id', '=', invoiceId)
    .executeTakeFirst()
  if (!row) return undefined
  const { doc, ...bill } = row
  return { bill, invoice: doc }
}

export async function insertBill(tx: Transaction<Tables>, bill: BillRow): Promise<void> {
  await tx.insertInto('bills').values(bill).execute()
}

/** M30: the money of a moved booking goes with it. */
export async function moveBill(tx: Transaction<Tables>, from: string, to: string): Promise<void> {
  await tx.updateTable('bills').set({ reservation_id: to }).where('reservation_id', '=', from).execute()
}

/** The next number of the city in the year; one that is not committed was never given, so there are no gaps. */
export async function nextInvoiceNr(tx: Transaction<Tables>, cityId: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into invoice_numbers as n (city_id, fiscal_year, last) values (${cityId}, ${year}, 1)
    on conflict (city_id, fiscal_year) do update set last = n.last + 1 returning last`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a number that was counted is not answered')
  return row.last
}

export async function insertInvoice(
  tx: Transaction<Tables>,
  {
    invoice,
    ...of
  }: {
    readonly invoice: Invoice
    readonly billId: string
    readonly cityId: string
    readonly year: number
    readonly nr: number
  },
): Promise<void> {
  await tx
    .insertInto('invoices')
    .values({
      invoice_id: invoice.invoiceId,
      bill_id: of.billId,
      city_id: of.cityId,
      fiscal_year: of.year,
      nr: of.nr,
      doc: JSON.stringify(invoice),
    })
    .execute()
  await tx
    .updateTable('bills')
    .set({ invoice_id: invoice.invoiceId, due_on: invoice.dueOn })
    .where('bill_id', '=', of.billId)
    .execute()
}

type NewPosting = Pick<PostingRow, 'kind' | 'at'> & Partial<Omit<PostingRow, 'posting_id'>>

/** Adds a line to the ledger and its amount to the bill, which is locked. */
export async function post(
  tx: Transaction<Tables>,
  bill: BillRow,
  { kind, at, charged = 0, paid = 0, ...more }: NewPosting,
): Promise<BillRow> {
  await tx
    .insertInto('postings')
    .values({
      posting_id: newId(),
      bill_id: bill.bill_id,
      city_id: bill.city_id,
      reservation_id: bill.reservation_id,
      kind,
      charged,
      paid,
      at,
      means: null,
      by_person: null,
      invoice_id: null,
      reverses: null,
      note: null,
      key: null,
      ...more,
    })
    .execute()
  return tx
    .updateTable('bills')
    .set({ charged: sql`charged + ${charged}`, paid: sql`paid + ${paid}` })
    .where('bill_id', '=', bill.bill_id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function findPostings(db: Kysely<Tables>, billId: string): Promise<readonly PostingRow[]> {
  return db
    .selectFrom('postings')
    .selectAll()
    .where('bill_id', '=', billId)
    .orderBy('at')
    .orderBy('posting_id')
    .execute()
}

export async function findInvoices(db: Kysely<Tables>, billId: string): Promise<readonly Invoice[]> {
  const rows = await db
    .selectFrom('invoices')
    .select('doc')
    .where('bill_id', '=', billId)
    .orderBy('fiscal_year')
    .orderBy('nr')
    .execute()
  return rows.map(({ doc }) => doc)
}

export function postingOf(row: PostingRow): Posting {
  return {
    postingId: row.posting_id,
    kind: row.kind,
    charged: row.charged,
    paid: row.paid,
    means: row.means,
    at: row.at,
    by: row.by_person,
    invoiceId: row.invoice_id,
    reverses: row.reverses,
    note: row.note,
  }
}
