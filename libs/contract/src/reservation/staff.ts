import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request, staffOnly } from '../define.ts'
import {
  CityId,
  IdempotencyKey,
  ListingId,
  OccupancyId,
  PersonId,
  ReceiptId,
  ReservationId,
  SpaceId,
  VenueId,
} from '../ids.ts'
import { line } from '../text.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'
import {
  Application,
  apply,
  Blocker,
  Receipt,
  Reservation,
  ReservationStatus,
  stateChanged,
} from './reservation.ts'

/** Staff's queue: waiting applications of their city, nearest 回答期限 first. `sameDay`: the person's other live ones of that date (G3). */
export const listApplications = request('reservation.call.list-applications.v1', {
  input: z.object({
    actor: Actor,
    status: ReservationStatus.default('pending'),
    venueId: VenueId.optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    after: z.string().max(80).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({
    items: z.array(Reservation.extend({ sameDay: z.int().default(0) })),
    next: z.string().nullable(),
  }),
  refusals: { 'not-allowed': bare },
})

/** M26: approval gives the 6-digit number; facts that may be stale in our copy are checked again here. */
export const approve = request('reservation.call.approve.v1', {
  input: z.object({ actor: Actor, reservationId: ReservationId, expectedVersion: z.int() }),
  output: Reservation,
  refusals: {
    ...staffOnly,
    ...stateChanged,
    /** A76: theirs, or of a group they are in; a colleague decides. */
    'own-booking': bare,
    'person-not-approved': bare,
    'not-confirmed-yet': z.object({ confirmBy: Instant }),
  },
})
export const refuseApplication = request('reservation.call.refuse-application.v1', {
  input: z.object({
    actor: Actor,
    reservationId: ReservationId,
    expectedVersion: z.int(),
    reason: line(400),
  }),
  output: Reservation,
  refusals: { ...staffOnly, ...stateChanged },
})

/**
 * G13, 代理: staff press for a caller of their city, through the same desk and under the same rules, the caller's quota included.
 * The caller accepted the terms to the staff member, whose id stays with the reservation.
 */
export const applyFor = request('reservation.call.apply-for.v1', {
  input: z.object({ actor: Actor, personId: PersonId, key: IdempotencyKey, application: Application }),
  output: z.object({ reservation: Reservation, receiptId: ReceiptId, place: z.int() }),
  refusals: {
    ...apply.refusals,
    'not-allowed': bare,
    'not-found': bare,
    'own-booking': bare,
  },
})

/** T3: each is answered for itself, and what was refused leaves the others as they are. */
export const approveMany = request('reservation.call.approve-many.v1', {
  input: z.object({
    actor: Actor,
    items: z
      .array(z.object({ reservationId: ReservationId, expectedVersion: z.int() }))
      .min(1)
      .max(50),
  }),
  output: z.object({
    items: z.array(
      z.object({
        reservationId: ReservationId,
        outcome: z.enum([
          'approved',
          'not-found',
          'state-changed',
          'own-booking',
          'person-not-approved',
          'not-confirmed-yet',
        ]),
        reservation: Reservation.nullable().describe('as it is now; null where it was refused'),
      }),
    ),
  }),
  refusals: { 'not-allowed': bare },
})

/** One stretch of the calendar as staff see it. A whole hall's booking takes the spaces of its parts too (M13). */
export const StaffOccupancy = z.object({
  occupancyId: OccupancyId,
  spaceIds: z.array(SpaceId).min(1),
  kind: z.enum(['reservation', 'city-use', 'closure', 'reopening']),
  startsAt: Instant,
  endsAt: Instant,
  from: TimeOfDay,
  to: TimeOfDay,
  since: Instant,
  reservation: Reservation.nullable(),
  reason: z.string().nullable().describe('of city use or a closure'),
  actId: z.string().nullable().optional().describe('of many rooms and days that were taken together'),
  reopensAt: Instant.nullable().describe('G4: when a freed time can be booked again'),
})
export type StaffOccupancy = z.infer<typeof StaffOccupancy>

/** T4: everything that happens in a venue of the actor's city on one day, by start. */
export const getStaffDay = request('reservation.call.get-staff-day.v1', {
  input: z.object({ actor: Actor, venueId: VenueId, date: LocalDate }),
  output: z.object({
    venueId: VenueId,
    venueName: z.string(),
    date: LocalDate,
    serverNow: Instant,
    hours: z.object({ opens: TimeOfDay, closes: TimeOfDay }).nullable(),
    closedReason: z.string().nullable(),
    spaces: z.array(
      z.object({ spaceId: SpaceId, name: z.string(), capacity: z.int(), parts: z.array(SpaceId) }),
    ),
    occupancies: z.array(StaffOccupancy),
  }),
  refusals: staffOnly,
})

/** G13: city use (公用, shown as such) or a closure, through the same occupancy table as everyone. */
export const Hold = z.object({
  occupancyId: OccupancyId,
  spaceId: SpaceId,
  kind: z.enum(['city-use', 'closure']),
  reason: z.string(),
  date: LocalDate,
  from: TimeOfDay,
  to: TimeOfDay,
})
const InTheWay = Blocker.pick({ kind: true }).extend({
  spaceId: SpaceId,
  startsAt: Instant,
  endsAt: Instant,
  reservationId: ReservationId.nullable(),
})
export const holdSpace = request('reservation.call.hold-space.v1', {
  input: z.object({
    actor: Actor,
    spaceId: SpaceId,
    kind: z.enum(['city-use', 'closure']),
    reason: line(200),
    date: LocalDate,
    from: TimeOfDay,
    to: TimeOfDay,
  }),
  output: Hold,
  refusals: {
    ...staffOnly,
    'off-grid': z.object({ stepMinutes: z.int() }),
    taken: z.object({ blocker: Blocker, inTheWay: z.array(InTheWay).default([]) }),
    'day-cap-reached': z.object({ maxSlots: z.int() }),
    /** P7: asked for by this answer; a colleague allows it (`allowHold`), and the same is done once. */
    'second-person-needed': z.object({ hours: z.number(), hoursADay: z.int() }),
  },
})
export const releaseHold = request('reservation.call.release-hold.v1', {
  input: z.object({ actor: Actor, occupancyId: OccupancyId }),
  output: z.object({}),
  refusals: staffOnly,
})

/** G13: city use and closures of the actor's city over a span of use dates (at most 62 days), released ones included. */
export const listHolds = request('reservation.call.list-holds.v1', {
  input: z.object({
    actor: Actor,
    venueId: VenueId.optional(),
    from: LocalDate,
    to: LocalDate,
  }),
  output: z.object({
    items: z.array(
      Hold.extend({
        venueId: VenueId,
        byPersonId: PersonId,
        at: Instant,
        releasedAt: Instant.nullable(),
      }),
    ),
  }),
  refusals: { 'not-allowed': bare, 'span-not-valid': bare },
})

/** V2: the attempts for a room's date, in the order they were decided; `from` and `to` narrow to a span they touch. */
export const listAttempts = request('reservation.call.list-attempts.v1', {
  input: z.object({
    actor: Actor,
    listingId: ListingId,
    date: LocalDate,
    from: TimeOfDay.default('00:00'),
    to: TimeOfDay.default('24:00'),
    after: z.int().min(0).optional().describe('the place where the page before ended'),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({
    items: z.array(Receipt.extend({ personId: PersonId })),
    next: z.int().nullable(),
  }),
  refusals: staffOnly,
})

/** T1: what waits and what happens today in the actor's city. At most 300 bookings, by venue, start and room. */
export const getStaffToday = request('reservation.call.get-staff-today.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({
    cityId: CityId,
    date: LocalDate,
    serverNow: Instant,
    pending: z.int(),
    nextAnswerBy: Instant.nullable(),
    bookings: z.array(
      Reservation.pick({
        reservationId: true,
        venueId: true,
        venueName: true,
        spaceId: true,
        spaceName: true,
        personId: true,
        number: true,
        from: true,
        to: true,
        startsAt: true,
        endsAt: true,
        eventName: true,
        people: true,
      }).extend({ status: ReservationStatus, yen: z.int().default(0) }),
    ),
  }),
  refusals: { 'not-allowed': bare },
})
