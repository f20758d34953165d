import { emit } from '@asaichi/bus/emit.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import type { MoneyRules } from '@asaichi/contract/catalog/money.ts'
import { type Invoice, invoiceIssued } from '@asaichi/contract/reservation/money.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule, unschedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import {
  chargeAfterEnd,
  dueOn,
  fiscalYear,
  invoiceNumber,
  moments,
  recharge,
  refundPercent,
} from '../domain/bill.ts'
import { onPaper } from '../domain/fee.ts'
import { taxLines } from '../domain/tax-lines.ts'
import { findPostings, insertBill, insertInvoice, lockBill, nextInvoiceNr, post } from '../store/bills.ts'
import { findPolicy } from '../store/copies.ts'
import type { StoredReservation } from '../store/reservations.ts'
import type { BillRow, Tables } from '../store/schema.ts'

const USUAL_TAX_PERCENT = 10

/** M14: an approved booking is charged its fee, where the city asks for fees by this system; a moved one the difference (M30). */
export async function charge(tx: Transaction<Tables>, reservation: StoredReservation): Promise<void> {
  // Most bookings are free, and nothing is read for them.
  if (reservation.yen === 0 && reservation.movedFrom === null) return
  const known = await lockBill(tx, reservation.reservationId)
  const rules = (await findPolicy(tx, reservation.cityId))?.money
  if (!rules || (!known && reservation.yen === 0)) return
  const now = await townNow(tx)
  const bill = known ?? (await beginBill(tx, reservation, now))
  await become(tx, { bill, reservation, rules, now }, reservation.yen)
}

/** G10: a bill of which nothing is paid, at the booking's fee as it is now. */
export async function chargeAnew(
  tx: Transaction<Tables>,
  { bill, reservation }: Pick<Case, 'bill' | 'reservation'>,
): Promise<void> {
  const rules = (await findPolicy(tx, reservation.cityId))?.money
  for (const kind of DUE) await unschedule(tx, { kind, key: bill.bill_id })
  await become(tx, { bill, reservation, rules, now: await townNow(tx) }, reservation.yen)
}

/** M29: what stays charged when a booking ends before its use; nothing, where the city ends it. */
export async function endCharge(
  tx: Transaction<Tables>,
  reservation: StoredReservation,
  { by, now }: { readonly by: 'resident' | 'city'; readonly now: string },
): Promise<void> {
  if (reservation.yen === 0 && reservation.movedFrom === null) return
  const bill = await lockBill(tx, reservation.reservationId)
  if (!bill) return
  const rules = (await findPolicy(tx, reservation.cityId))?.money
  const when = { by, today: localDateOf(now), useDate: reservation.date }
  const yen = chargeAfterEnd(bill, refundPercent(rules ?? {}, when))
  for (const kind of DUE) await unschedule(tx, { kind, key: bill.bill_id })
  await become(tx, { bill, reservation, rules, now }, yen)
}

const DUE = ['remind-bill', 'bill-overdue', 'cancel-unpaid'] as const

type Case = {
  readonly bill: BillRow
  readonly reservation: StoredReservation
  readonly rules: MoneyRules | undefined
  readonly now: string
}

async function become(tx: Transaction<Tables>, of: Case, yen: number): Promise<void> {
  const { bill, now, rules } = of
  const step = recharge(bill, yen)
  switch (step.kind) {
    case 'nothing':
      return
    case 'anew': {
      const cleared = await takeBack(tx, bill, now)
      if (step.yen > 0 && rules)
        await issue(tx, { ...of, bill: cleared, rules }, { yen: step.yen, isDifference: false })
      return
    }
    case 'difference':
      if (rules) await issue(tx, { ...of, rules }, { yen: step.yen, isDifference: true })
      return
    case 'credit':
      await post(tx, bill, { kind: 'credited', charged: -step.yen, at: now })
      return
    default:
      return step satisfies never
  }
}

async function beginBill(tx: Transaction<Tables>, of: StoredReservation, now: string): Promise<BillRow> {
  const bill = {
    bill_id: newId(),
    reservation_id: of.reservationId,
    city_id: of.cityId,
    person_id: of.personId,
    charged: 0,
    paid: 0,
    due_on: localDateOf(now),
    invoice_id: newId(),
  }
  await insertBill(tx, bill)
  return bill
}

/** Every line that charges and was not taken back yet. */
async function takeBack(tx: Transaction<Tables>, bill: BillRow, now: string): Promise<BillRow> {
  const postings = await findPostings(tx, bill.bill_id)
  const gone = new Set(postings.map(posting => posting.reverses))
  let left = bill
  for (const { posting_id, charged, invoice_id } of postings)
    if (charged !== 0 && !gone.has(posting_id) && !isReversal(postings, posting_id))
      left = await post(tx, left, {
        kind: 'reversed',
        charged: -charged,
        at: now,
        reverses: posting_id,
        invoice_id,
      })
  return left
}

function isReversal(postings: Awaited<ReturnType<typeof findPostings>>, id: string): boolean {
  return postings.some(each => each.posting_id === id && each.reverses !== null)
}

async function issue(
  tx: Transaction<Tables>,
  { bill, reservation, rules, now }: Case & { readonly rules: MoneyRules },
  { yen, isDifference }: { readonly yen: number; readonly isDifference: boolean },
): Promise<void> {
  const { reservationId, personId, cityId, venueName, spaceName, date, from, to } = reservation
  const { options, fee } = reservation
  const today = localDateOf(now)
  const year = fiscalYear(today)
  const nr = await nextInvoiceNr(tx, cityId, year)
  const invoice: Invoice = {
    invoiceId: newId(),
    number: invoiceNumber(year, nr),
    issuedOn: today,
    dueOn: dueOn(rules, { today, useDate: date }),
    yen,
    item: { venueName, spaceName, date, from, to },
    ...(options && !isDifference && { options }),
    ...(fee && !isDifference && { fee: onPaper(fee) }),
    isDifference,
    tax: [...taxLines([{ percent: rules.taxPercent ?? USUAL_TAX_PERCENT, yen }])],
    payee: rules.payee,
    bankAccount: rules.bankAccount,
    registrationNumber: rules.registrationNumber ?? null,
  }
  const { invoiceId } = invoice
  await insertInvoice(tx, { invoice, billId: bill.bill_id, cityId, year, nr })
  await post(tx, bill, { kind: 'issued', charged: yen, at: now, invoice_id: invoiceId })
  await emit(tx, invoiceIssued, {
    aggregateId: invoiceId,
    version: 1,
    data: { invoiceId, reservationId, personId, cityId },
  })
  await remindLater(tx, bill.bill_id, { rules, due: invoice.dueOn, now })
}

async function remindLater(
  tx: Transaction<Tables>,
  key: string,
  { rules, due, now }: { readonly rules: MoneyRules; readonly due: string; readonly now: string },
): Promise<void> {
  const { remindAt, overdueAt, cancelAt } = moments(rules, due)
  if (remindAt > now) await schedule(tx, { kind: 'remind-bill', key, dueAt: remindAt })
  await schedule(tx, { kind: 'bill-overdue', key, dueAt: overdueAt })
  if (cancelAt !== null) await schedule(tx, { kind: 'cancel-unpaid', key, dueAt: cancelAt })
}
