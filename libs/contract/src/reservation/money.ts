import { z } from 'zod'
import { Actor } from '../actor.ts'
import { MoneyRules } from '../catalog/money.ts'
import { bare, event, notFound, request, staffOnly } from '../define.ts'
import { CityId, IdempotencyKey, PersonId, ReservationId } from '../ids.ts'
import { line } from '../text.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'
import { placeNames } from '../translations.ts'
import { FeeLine } from './fee-lines.ts'
import { BookedOption } from './options.ts'
import { Reservation } from './reservation.ts'

const InvoiceId = z.uuid()
const PostingId = z.uuid()

export const Means = z.enum(['cash', 'card', 'e-money', 'qr', 'transfer', 'coupon'])
export type Means = z.infer<typeof Means>

/** Yen with the tax in it, and that tax, rounded once for the rate. */
export const TaxLine = z.object({ percent: z.int(), yen: z.int(), taxYen: z.int() })
export type TaxLine = z.infer<typeof TaxLine>

/** M14: 請求書 as it was issued; it is never changed, only cancelled. */
export const Invoice = z.object({
  invoiceId: InvoiceId,
  number: z.string().describe('fiscal year and a number without gaps: 2024-000123'),
  issuedOn: LocalDate,
  dueOn: LocalDate,
  yen: z.int(),
  item: z.object({
    venueName: z.string(),
    spaceName: z.string(),
    date: LocalDate,
    from: TimeOfDay,
    to: TimeOfDay,
  }),
  options: z.array(BookedOption).optional().describe('G10: contained in the sum'),
  fee: z.array(FeeLine).optional().describe('G10: of what the sum is made, besides the options'),
  isDifference: z.boolean().describe('M30: only what a moved booking costs more'),
  tax: z.array(TaxLine),
  payee: MoneyRules.shape.payee,
  bankAccount: MoneyRules.shape.bankAccount,
  registrationNumber: z.string().nullable(),
})
export type Invoice = z.infer<typeof Invoice>

/**
 * A line of the ledger, which only grows. `issued` and `credited` change what is charged, `received` and `refunded` what is paid;
 * `reversed` takes one of them back.
 */
export const Posting = z.object({
  postingId: PostingId,
  kind: z.enum(['issued', 'credited', 'received', 'refunded', 'reversed']),
  charged: z.int(),
  paid: z.int(),
  means: Means.nullable(),
  at: Instant,
  by: PersonId.nullable().describe('of the staff; null = the system, or not for the reader'),
  invoiceId: InvoiceId.nullable(),
  reverses: PostingId.nullable(),
  note: z.string().nullable(),
})
export type Posting = z.infer<typeof Posting>

export const Standing = z.enum(['unpaid', 'part-paid', 'paid', 'to-refund', 'closed'])
export type Standing = z.infer<typeof Standing>

/** The money of one booking. `owed` below zero is what the city has to give back. */
export const Bill = z.object({
  reservationId: ReservationId,
  invoiceId: InvoiceId.describe('the newest'),
  charged: z.int(),
  paid: z.int(),
  owed: z.int(),
  standing: Standing,
  dueOn: LocalDate,
  overdue: z.boolean(),
})
export type Bill = z.infer<typeof Bill>

const WholeBill = z.object({
  bill: Bill,
  reservation: Reservation,
  invoices: z.array(Invoice.extend({ cancelled: z.boolean() })).describe('oldest first'),
  postings: z.array(Posting).describe('oldest first'),
  refundNow: z.int().optional().describe('M29: what the owner’s own cancel of today would give back'),
})

/** M14: the owner’s or, for staff of the city, anyone’s; a booking without an invoice has none. */
export const getBill = request('reservation.call.get-bill.v1', {
  input: z.object({ actor: Actor, reservationId: ReservationId }),
  output: WholeBill,
  refusals: notFound,
})

const page = { after: z.string().max(80).optional(), limit: z.int().min(1).max(100).default(50) }

/** T10: bills of the actor’s city, nearest due date first; `paid` and `all` the latest first. */
export const listBills = request('reservation.call.list-bills.v1', {
  input: z.object({ actor: Actor, of: z.enum(['owed', 'overdue', 'to-refund', 'paid', 'all']), ...page }),
  output: z.object({
    items: z.array(z.object({ bill: Bill, reservation: Reservation, number: z.string() })),
    next: z.string().nullable(),
  }),
  refusals: { 'not-allowed': bare },
})

const payment = z.object({
  actor: Actor,
  reservationId: ReservationId,
  key: IdempotencyKey,
  means: Means,
  yen: z.int().min(1).max(100_000_000),
  owedSeen: z.int().describe('what the staff member saw as owed'),
  note: line(200).optional(),
})
const paymentRefusals = {
  ...staffOnly,
  /** A76: theirs, or of a group they are in; a colleague does it. */
  'own-booking': bare,
  /** Somebody wrote a payment down meanwhile. */
  'bill-changed': z.object({ owed: z.int(), paid: z.int() }),
  'key-used-differently': bare,
}

/** T10: money came. Too little, too much and again are written down as they came, and the bill says what follows. */
export const receivePayment = request('reservation.call.receive-payment.v1', {
  input: payment,
  output: WholeBill,
  refusals: paymentRefusals,
})

/** T10: money was given back, never more than is to be. */
export const refundPayment = request('reservation.call.refund-payment.v1', {
  input: payment,
  output: WholeBill,
  refusals: { ...paymentRefusals, 'more-than-due': z.object({ toRefund: z.int() }) },
})

/** T10: a slip of the desk. The line stays, and one that takes it back follows; doing it again answers the same. */
export const reversePayment = request('reservation.call.reverse-payment.v1', {
  input: z.object({ actor: Actor, reservationId: ReservationId, postingId: PostingId, reason: line(200) }),
  output: WholeBill,
  refusals: { ...staffOnly, 'own-booking': bare },
})

/** T10: what was received and given back on a day, by means, for the treasury. */
export const getTakings = request('reservation.call.get-takings.v1', {
  input: z.object({ actor: Actor, date: LocalDate }),
  output: z.object({
    date: LocalDate,
    means: z.array(z.object({ means: Means, received: z.int(), refunded: z.int(), count: z.int() })),
    received: z.int(),
    refunded: z.int(),
  }),
  refusals: { 'not-allowed': bare },
})

/** T10: the ledger of the actor’s city over days (at most 62), oldest first, for the treasury’s file. */
export const listPostings = request('reservation.call.list-postings.v1', {
  input: z.object({
    actor: Actor,
    from: LocalDate,
    to: LocalDate,
    after: z.string().max(80).optional(),
    limit: z.int().min(1).max(500).default(500),
  }),
  output: z.object({
    items: z.array(
      z.object({ posting: Posting, reservation: Reservation, invoiceNumber: z.string().nullable() }),
    ),
    next: z.string().nullable(),
  }),
  refusals: { 'not-allowed': bare, 'span-not-valid': bare },
})

/** For mail Q, its reminder and the one of the due date, when they are sent. */
export const getInvoiceMail = request('reservation.call.get-invoice-mail.v1', {
  input: z.object({ invoiceId: InvoiceId }),
  output: z.object({
    reservation: Reservation,
    venueAddress: z.string(),
    placeNames,
    invoice: Invoice,
    bill: Bill,
  }),
  refusals: notFound,
})

const told = z.object({
  invoiceId: InvoiceId,
  reservationId: ReservationId,
  personId: PersonId,
  cityId: CityId,
})
export const invoiceIssued = event('reservation.event.invoice-issued.v1', told)
/** The due date is near and something is owed. */
export const invoiceReminded = event('reservation.event.invoice-reminded.v1', told)
/** The due date is over and something is owed. */
export const invoiceOverdue = event('reservation.event.invoice-overdue.v1', told)
