import { done } from '@asaichi/contract/define.ts'
import { reduceFee } from '@asaichi/contract/reservation/fee.ts'
import * as money from '@asaichi/contract/reservation/money.ts'
import { getUseReport } from '@asaichi/contract/reservation/use-report.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { IDS, INSTANT, RESERVATION } from './sample-documents.ts'
import { deskOnly, ownerOnly, staffOnly } from './who-may.ts'

const BILL = {
  reservationId: IDS.reservation,
  invoiceId: IDS.receipt,
  charged: 1_200,
  paid: 0,
  owed: 1_200,
  standing: 'unpaid',
  dueOn: '2024-11-24',
  overdue: false,
} as const
const POSTING = {
  postingId: IDS.receipt,
  kind: 'issued',
  charged: 1_200,
  paid: 0,
  means: null,
  at: INSTANT,
  by: null,
  invoiceId: IDS.receipt,
  reverses: null,
  note: null,
} as const
const WHOLE = { bill: BILL, reservation: RESERVATION, invoices: [], postings: [POSTING] }

/** Answers for reservation's part of the money as its contract says. */
export function serveMoney(serve: Bed['serve']): void {
  serve(money.getBill, ({ actor }) => ownerOnly(actor) ?? done(WHOLE))
  serve(
    money.listBills,
    ({ actor }) =>
      staffOnly(actor) ??
      done({ items: [{ bill: BILL, reservation: RESERVATION, number: '2024-000001' }], next: null }),
  )
  serve(reduceFee, ({ actor }) => deskOnly(actor) ?? done(RESERVATION))
  serve(money.receivePayment, ({ actor }) => deskOnly(actor) ?? done(WHOLE))
  serve(money.refundPayment, ({ actor }) => deskOnly(actor) ?? done(WHOLE))
  serve(money.reversePayment, ({ actor }) => deskOnly(actor) ?? done(WHOLE))
  serve(
    money.getTakings,
    ({ actor, date }) => staffOnly(actor) ?? done({ date, means: [], received: 0, refunded: 0 }),
  )
  serve(
    getUseReport,
    ({ actor, from, to }) =>
      staffOnly(actor) ??
      done({ from, to, rooms: [], hours: Array.from({ length: 24 }, () => 0), purposes: [] }),
  )
  serve(
    money.listPostings,
    ({ actor }) =>
      staffOnly(actor) ??
      done({
        items: [{ posting: POSTING, reservation: RESERVATION, invoiceNumber: '2024-000001' }],
        next: null,
      }),
  )
}
