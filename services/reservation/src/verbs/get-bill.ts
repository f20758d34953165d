import { localDateOf } from '@asaichi/calendar/instant.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { Bill, getBill as request } from '@asaichi/contract/reservation/money.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { chargeAfterEnd, isOverdue, refundPercent, standingOf } from '../domain/bill.ts'
import { findBill, findInvoices, findPostings, postingOf } from '../store/bills.ts'
import { findPolicy } from '../store/copies.ts'
import { findReservation, type StoredReservation, withoutOccupancy } from '../store/reservations.ts'
import type { BillRow, Tables } from '../store/schema.ts'
import { mayAnswer } from './change-state.ts'

type WholeBill = z.output<typeof request.output>

/** M14: what is charged and paid for a booking, with its papers and its ledger. */
export async function getBill(
  db: Kysely<Tables>,
  { actor, reservationId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const reservation = await findReservation(db, reservationId)
  const mayRead = reservation && (reservation.personId === actor.personId || mayAnswer(actor, reservation))
  const bill = mayRead && (await findBill(db, reservationId))
  return bill ? done(await wholeBill(db, { actor, reservation, bill })) : refuse('not-found')
}

/** Who of the staff wrote a line is for staff alone. */
export async function wholeBill(
  db: Kysely<Tables>,
  {
    actor,
    reservation,
    bill,
  }: { readonly actor: Actor; readonly reservation: StoredReservation; readonly bill: BillRow },
): Promise<WholeBill> {
  const rows = await findPostings(db, bill.bill_id)
  const invoices = await findInvoices(db, bill.bill_id)
  const isDesk = mayAnswer(actor, reservation)
  const today = localDateOf(await townNow(db))
  const rules = (await findPolicy(db, reservation.cityId))?.money ?? {}
  const percent = refundPercent(rules, { by: 'resident', today, useDate: reservation.date })
  const cancelled = new Set(
    rows.flatMap(row => (row.kind === 'reversed' && row.invoice_id ? [row.invoice_id] : [])),
  )
  return {
    bill: billOf(bill, today),
    reservation: withoutOccupancy(reservation),
    invoices: invoices.map(invoice => ({ ...invoice, cancelled: cancelled.has(invoice.invoiceId) })),
    postings: rows.map(row => (isDesk ? postingOf(row) : { ...postingOf(row), by: null, note: null })),
    refundNow: Math.max(0, bill.paid - chargeAfterEnd(bill, percent)),
  }
}

export function billOf(row: BillRow, today: string): Bill {
  const { charged, paid } = row
  const dueOn = row.due_on
  return {
    reservationId: row.reservation_id,
    invoiceId: row.invoice_id,
    charged,
    paid,
    owed: charged - paid,
    standing: standingOf(row),
    dueOn,
    overdue: isOverdue({ charged, paid, dueOn }, today),
  }
}
