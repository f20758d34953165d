import { z } from 'zod'
import { Actor } from '../actor.ts'
import { Purpose } from '../catalog/purposes.ts'
import { serviceStopped, stopped } from '../catalog/service-stop.ts'
import { bare, event, notFound, request } from '../define.ts'
import {
  CityId,
  IdempotencyKey,
  ListingId,
  OptionId,
  PersonId,
  PurposeId,
  ReceiptId,
  ReservationId,
  ReservationNumber,
  SpaceId,
  VenueId,
} from '../ids.ts'
import { StaffAct } from '../staff-act.ts'
import { line, lines } from '../text.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'
import { placeNames } from '../translations.ts'
import { FeeLine } from './fee-lines.ts'
import { Headcount, headcountOfBooking } from './headcount.ts'
import { BookedOption, OptionOrders } from './options.ts'
import { banned, pointsOfBooking } from './points.ts'

/** 承認待ち(仮予約) → 予約確定(本予約) → 利用済み; or 不承認 / 取消 / 期限切れ. */
export const ReservationStatus = z.enum(['pending', 'approved', 'used', 'refused', 'cancelled', 'expired'])
export type ReservationStatus = z.infer<typeof ReservationStatus>

/** M24: what the form asks. `people` and times are judged by the rules, so that each gets the row's own reason. */
export const Application = z.object({
  listingId: ListingId,
  date: LocalDate,
  from: TimeOfDay,
  to: TimeOfDay,
  eventName: line(80),
  people: z.int(),
  note: lines(1000).describe('M24: group name and purpose'),
  paidEvent: z.boolean().describe('M14: entry fee or sale of goods'),
  acceptedTermsVersion: z.string().max(40),
  guardianPresent: z.boolean().describe('M15: someone of 18 or older is present'),
  options: OptionOrders.optional(),
  purposeId: PurposeId.optional().describe('M24: of the city’s list, where it has one'),
})
export type Application = z.infer<typeof Application>

/** M30: what a moved booking was before. */
export const MovedFrom = z.object({
  reservationId: ReservationId,
  venueName: z.string(),
  spaceName: z.string(),
  date: LocalDate,
  from: TimeOfDay,
  to: TimeOfDay,
  keepsApproval: z.boolean().describe('approved by the move itself'),
})
export type MovedFrom = z.infer<typeof MovedFrom>

export const Reservation = z.object({
  reservationId: ReservationId,
  cityId: CityId,
  venueId: VenueId,
  spaceId: SpaceId,
  listingId: ListingId,
  venueName: z.string(),
  spaceName: z.string(),
  personId: PersonId,
  status: ReservationStatus,
  version: z.int(),
  number: ReservationNumber.nullable(),
  date: LocalDate,
  from: TimeOfDay,
  to: TimeOfDay,
  startsAt: Instant,
  endsAt: Instant,
  eventName: z.string(),
  people: z.int(),
  note: z.string(),
  yen: z.int(),
  requestedAt: Instant,
  answerBy: Instant.describe('M25: 回答期限, the start of use'),
  reason: z.string().nullable(),
  cancelledBy: z.enum(['resident', 'city']).nullable(),
  entryId: z.string().nullable().default(null).describe('M20: the entry it was won with'),
  confirmBy: Instant.nullable()
    .default(null)
    .describe('G7: until when the winner must confirm; null = nothing to confirm'),
  bookedBy: z.enum(['resident', 'staff']).optional().describe('G13: staff, for a caller'),
  movedFrom: MovedFrom.nullable().optional(),
  movedTo: ReservationId.nullable().optional().describe('M30: what took the place of a cancelled one'),
  changedAt: Instant.nullable().optional().describe('M24: when its owner last changed event, people or note'),
  options: z.array(BookedOption).optional(),
  purpose: Purpose.optional().describe(
    'M24: as it was chosen; what the city changes of its list changes no booking',
  ),
  headcount: Headcount.optional().describe('G15: who came; left out = nobody has written it'),
  fee: z.array(FeeLine).optional().describe('G10; left out = the room’s price and the options alone'),
})
export type Reservation = z.infer<typeof Reservation>

/** What a change meets that came too late. */
export const stateChanged = { 'state-changed': z.object({ status: ReservationStatus, version: z.int() }) }

/** What took a slot, told without saying who (V2). */
export const Blocker = z.object({
  kind: z.enum(['reservation', 'city-use', 'closure', 'reopening', 'draw']),
  since: Instant,
})

/** M21–M25, G2, G3, G12: why a press was refused. Each leaves a receipt (V2), so a code that was told once stays here. */
const attempt = z.object({ receiptId: ReceiptId })
export const applicationRefusals = {
  'service-stopped': stopped.extend(attempt.shape),
  'not-approved': attempt.extend({ permission: z.string() }),
  banned: attempt.extend(banned.shape),
  'not-open-yet': attempt.extend({ opensAt: Instant, serverTime: Instant }),
  'draw-in-progress': attempt.extend({ retryAfterSeconds: z.int() }),
  closed: attempt.extend({ closedAt: Instant }),
  'outside-hours': attempt.extend({
    opens: TimeOfDay.nullable(),
    closes: TimeOfDay.nullable(),
    reason: z.string().nullable(),
  }),
  'off-grid': attempt.extend({ stepMinutes: z.int() }),
  'too-short': attempt.extend({ minMinutes: z.int() }),
  'people-out-of-range': attempt.extend({ capacity: z.int() }),
  'purpose-needed': attempt,
  'terms-not-accepted': attempt.extend({ termsVersion: z.string() }),
  'guardian-needed': attempt,
  'wrong-listing': attempt.extend({ use: z.enum(['free', 'paid-event']), listingId: ListingId.nullable() }),
  'quota-reached': attempt.extend({ limit: z.int() }),
  'day-hours-reached': attempt.extend({ hours: z.int().describe('G2: what one may use on a day') }),
  'overlaps-own-booking': attempt.extend({ reservationId: ReservationId.describe('G3: what they hold') }),
  taken: attempt.extend({ place: z.int(), blocker: Blocker }),
  'option-gone': attempt.extend({
    optionId: OptionId,
    name: z.string(),
    left: z.int().describe('that could be had for this time'),
  }),
} as const
export const ReasonCode = z.object(applicationRefusals).keyof()
export type ReasonCode = z.infer<typeof ReasonCode>

/**
 * M22–M25, first-come through the desk. The same key answers the same; the key with another body is refused. A person has one
 * attempt at a time: another one, until the first is answered, is `attempt-in-flight`.
 */
export const apply = request('reservation.call.apply.v1', {
  input: z.object({ actor: Actor, key: IdempotencyKey, application: Application }),
  output: z.object({ reservation: Reservation, receiptId: ReceiptId, place: z.int() }),
  refusals: {
    ...applicationRefusals,
    'unknown-listing': bare,
    'key-used-differently': bare,
    /** G6: it waits with the others of the opening; the same key tells what became of it. */
    'in-opening-pool': z.object({
      receiptId: ReceiptId,
      decidesAt: Instant,
      retryAfterSeconds: z.int(),
    }),
    'attempt-in-flight': z.object({ retryAfterSeconds: z.int() }),
    busy: z.object({ retryAfterSeconds: z.int() }),
  },
})

/** V2: place in line, decision, reason, what took the slot and when. */
export const Receipt = z.object({
  receiptId: ReceiptId,
  listingId: ListingId,
  date: LocalDate,
  from: TimeOfDay,
  to: TimeOfDay,
  place: z
    .int()
    .describe('order of decision among all attempts for this venue and date; numbers may be skipped'),
  decidedAt: Instant,
  outcome: z.enum(['accepted', 'refused']),
  reason: ReasonCode.nullable(),
  blocker: Blocker.nullable(),
  reservationId: ReservationId.nullable(),
  rank: z.string().nullable().optional().describe('G6: in the opening pool, hex; null = by arrival'),
})
export const getReceipt = request('reservation.call.get-receipt.v1', {
  input: z.object({ actor: Actor, receiptId: ReceiptId }),
  output: Receipt,
  refusals: notFound,
})

const page = { after: z.string().max(80).optional(), limit: z.int().min(1).max(100).default(50) }

/** M28: my reservations, newest use date first. */
export const listMine = request('reservation.call.list-mine.v1', {
  input: z.object({ actor: Actor, statuses: z.array(ReservationStatus).optional(), ...page }),
  output: z.object({ items: z.array(Reservation), next: z.string().nullable() }),
  refusals: {},
})
/** The owner's or, for staff of the city, anyone's; another person's id is not found. `receiptId`: of the press that booked it (V2). */
export const getReservation = request('reservation.call.get-reservation.v1', {
  input: z.object({ actor: Actor, reservationId: ReservationId }),
  output: Reservation.extend({
    receiptId: ReceiptId.nullable().optional(),
    ...pointsOfBooking.shape,
    ...headcountOfBooking.shape,
  }),
  refusals: notFound,
})
/**
 * M29, M30: by its owner while 承認待ち or 予約確定 and before the end of use, or by staff with a reason. Cancelling again answers the
 * same. G8: a cancel that gives its owner points is one that they were told of, `points` at least.
 */
export const cancel = request('reservation.call.cancel.v1', {
  input: z.object({
    actor: Actor,
    reservationId: ReservationId,
    reason: line(400).optional(),
    points: z
      .int()
      .min(0)
      .max(1_000)
      .optional()
      .describe('G8: what its owner was told it gives; left out = none'),
  }),
  output: Reservation,
  refusals: {
    ...notFound,
    ...stateChanged,
    ...serviceStopped,
    'reason-needed': bare,
    'gives-points': z.object({ points: z.int() }),
  },
})

/** G7: the winner says they will come. Confirming again answers the same. */
export const confirmWin = request('reservation.call.confirm-win.v1', {
  input: z.object({ actor: Actor, reservationId: ReservationId }),
  output: Reservation,
  refusals: { ...notFound, ...stateChanged },
})

/** Claim check of notification and lock: what a mail repeats (D–H). */
export const getMailFacts = request('reservation.call.get-mail-facts.v1', {
  input: z.object({ reservationId: ReservationId }),
  output: Reservation.extend({ venueAddress: z.string(), spaceHasDoor: z.boolean(), placeNames }),
  refusals: notFound,
})

const reservationRef = z.object({
  reservationId: ReservationId,
  personId: PersonId,
  cityId: CityId,
  venueId: VenueId,
  version: z.int(),
})
/** V4: beside the fact of the booking itself, where staff did it. */
export const staffActed = event('reservation.event.staff-acted.v1', StaffAct)
export const reservationRequested = event('reservation.event.reservation-requested.v1', reservationRef)
/** Lock draws codes from this alone, so that a door never waits for a question to another service. */
export const reservationApproved = event(
  'reservation.event.reservation-approved.v1',
  reservationRef.extend({ number: ReservationNumber, spaceId: SpaceId, startsAt: Instant, endsAt: Instant }),
)
/**
 * M30: a booking has another time or room. It is told of alone: neither the request of the new one nor the cancel of the old one
 * is. Where the approval was kept, `reservation-approved` of the new one follows.
 */
export const reservationMoved = event(
  'reservation.event.reservation-moved.v1',
  reservationRef.extend({
    keepsApproval: z.boolean(),
    from: z.object({ reservationId: ReservationId, version: z.int() }),
  }),
)
export const reservationRefused = event('reservation.event.reservation-refused.v1', reservationRef)
export const reservationCancelled = event(
  'reservation.event.reservation-cancelled.v1',
  reservationRef.extend({ by: z.enum(['resident', 'city']), wasApproved: z.boolean() }),
)
export const reservationExpired = event('reservation.event.reservation-expired.v1', reservationRef)
export const reservationUsed = event('reservation.event.reservation-used.v1', reservationRef)
/** Mail L: the use of an approved booking is a day away. */
export const reservationNears = event('reservation.event.reservation-nears.v1', reservationRef)

/** M18: from here on only the clock stands between this date and first-come. */
export const dateOpened = event(
  'reservation.event.date-opened.v1',
  z.object({ cityId: CityId, date: LocalDate }),
)
