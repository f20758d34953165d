import { instantAt } from '@asaichi/calendar/instant.ts'
import { whyStopped } from '@asaichi/calendar/service-stop.ts'
import { withParts } from '@asaichi/calendar/space-parts.ts'
import { inHours, longEnough, onGrid } from '@asaichi/calendar/use-span.ts'
import { classOf, laterWindow } from '@asaichi/calendar/user-class.ts'
import { type FirstComeWindow, firstComeWindow } from '@asaichi/calendar/windows.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import type { FeeLine } from '@asaichi/contract/reservation/fee-lines.ts'
import type { BookedOption } from '@asaichi/contract/reservation/options.ts'
import type {
  Application,
  applicationRefusals,
  ReasonCode,
} from '@asaichi/contract/reservation/reservation.ts'
import type { z } from 'zod'
import type { Bookable } from './bookable.ts'
import { feeOf } from './fee.ts'
import { mostInUse, type OptionHolder, offeredOption, orderedOptions } from './options.ts'
import { hoursOf, overlap, type Span, spanOf } from './span.ts'

export type Blocker = {
  readonly kind: 'reservation' | 'city-use' | 'closure' | 'reopening' | 'draw'
  readonly since: string
}
export type Occupied = {
  readonly spaceId: string
  readonly startsAt: string
  readonly endsAt: string
  readonly kind: Exclude<Blocker['kind'], 'draw'>
  readonly since: string
  /** Whose booking it is, as far as the day knows. Never told to anybody else. */
  readonly holder?: OptionHolder & { readonly personId: string }
}

export type OwnTime = {
  readonly reservationId: string
  readonly venueId: string
  readonly startsAt: string
  readonly endsAt: string
}

/** What identity told of a person; `classId` null is the first class of the city (G11). */
export type HeldPermission = {
  readonly status: string
  readonly adultFrom: string
  readonly classId?: string | null
}

/** Everything one attempt is judged by; `now` is the database's, read after the day was locked. */
export type Facts = {
  readonly personId: string
  /** Staff press for a caller (G13). */
  readonly byStaff: boolean
  readonly now: string
  readonly policy: CityPolicy
  readonly bookable: Bookable
  readonly dateOpened: boolean
  readonly permission: HeldPermission | undefined
  /** G8: of a ban that holds. */
  readonly bannedUntil?: string | undefined
  readonly liveReservations: number
  /** G3: what the person holds on this day, in any venue. */
  readonly ownTimes: readonly OwnTime[]
  readonly occupied: readonly Occupied[]
}

type DetailOf<C extends ReasonCode> = z.output<(typeof applicationRefusals)[C]>
/** A refusal of the contract, less what only its receipt knows. */
export type Reason<C extends ReasonCode = ReasonCode> = {
  readonly [K in C]: { readonly code: K; readonly detail: Omit<DetailOf<K>, 'receiptId' | 'place'> }
}[C]

export type Accepted = {
  readonly spaceIds: readonly string[]
  readonly startsAt: string
  readonly endsAt: string
  readonly yen: number
  readonly fee?: FeeLine[]
  readonly options?: BookedOption[]
  readonly purpose?: Purpose
}
export type Decision =
  | { readonly kind: 'accepted'; readonly value: Accepted }
  | { readonly kind: 'refused'; readonly reason: Reason }

type Rule<C extends ReasonCode> = (application: Application, facts: Facts) => Reason<C> | undefined

/**
 * M13–M15, M21–M25, G2, G3, G8, G10: the first rule that objects gives the reason, from who one is, over when, to what is still free. Own
 * times come last, because they are read only of who would win.
 */
const RULES: { readonly [C in ReasonCode]: Rule<C> } = {
  'service-stopped': inService,
  'not-approved': approved,
  banned: notBanned,
  'off-grid': application => onGrid(application),
  'too-short': (application, { bookable }) => longEnough(application, bookable.space.minMinutes),
  closed: notOver,
  'not-open-yet': open,
  'draw-in-progress': drawApplied,
  'outside-hours': (application, { bookable: { venue } }) =>
    inHours(application, { ...venue.hours, closures: venue.closures }),
  'people-out-of-range': rightSize,
  'wrong-listing': rightListing,
  'purpose-needed': purposeSaid,
  'terms-not-accepted': termsAccepted,
  'guardian-needed': guardianPresent,
  'quota-reached': withinQuota,
  taken: stillFree,
  'option-gone': enoughOptions,
  'overlaps-own-booking': inOnePlace,
  'day-hours-reached': withinDay,
}
const IN_ORDER: readonly Rule<ReasonCode>[] = Object.values(RULES)

export function decide(application: Application, facts: Facts): Decision {
  for (const rule of IN_ORDER) {
    const reason = rule(application, facts)
    if (reason) return { kind: 'refused', reason }
  }
  const { date, from, to } = application
  const { venue, space, listing } = facts.bookable
  const options = orderedOptions(application, facts.bookable)
  const purpose = purposeOf(application, facts.policy)
  return {
    kind: 'accepted',
    value: {
      spaceIds: withParts(venue.spaces, space.spaceId),
      startsAt: instantAt(date, from),
      endsAt: instantAt(date, to),
      ...feeOf(facts.policy, application, { listing, classId: facts.permission?.classId, options }),
      ...(options.length > 0 && { options }),
      ...(purpose && { purpose }),
    },
  }
}

/** G14: a stop is for residents; staff go on. */
function inService(_: Application, { byStaff, now, policy }: Facts): Reason<'service-stopped'> | undefined {
  const detail = byStaff ? undefined : whyStopped(policy.serviceStops, now)
  return detail && { code: 'service-stopped', detail }
}

function approved(_: Application, { permission }: Facts): Reason<'not-approved'> | undefined {
  if (permission?.status === 'approved') return undefined
  return { code: 'not-approved', detail: { permission: permission?.status ?? 'none' } }
}

/** G8: what is booked already stays. */
function notBanned(_: Application, { bannedUntil }: Facts): Reason<'banned'> | undefined {
  return bannedUntil === undefined ? undefined : { code: 'banned', detail: { bannedUntil } }
}

/** M21: first-come ends with the last office day. */
function notOver({ date }: Application, { now, policy }: Facts): Reason<'closed'> | undefined {
  const { closesAt } = firstComeOf(policy.windows, date)
  return now >= closesAt ? { code: 'closed', detail: { closedAt: closesAt } } : undefined
}

/** M21, G11: some classes come later, at their own opening. */
function open({ date }: Application, { now, policy, permission }: Facts): Reason<'not-open-yet'> | undefined {
  const { opensAt } = laterWindow(firstComeOf(policy.windows, date), classOf(policy, permission?.classId))
  return now < opensAt ? { code: 'not-open-yet', detail: { opensAt, serverTime: now } } : undefined
}

/** M18: what the draw of the date gave away is applied first. */
function drawApplied(_: Application, { policy, dateOpened }: Facts): Reason<'draw-in-progress'> | undefined {
  const waits = policy.windows.lottery.kind !== 'none' && !dateOpened
  return waits ? { code: 'draw-in-progress', detail: { retryAfterSeconds: 5 } } : undefined
}

// A rush asks for one day thousands of times, and the answer takes a walk over the calendar of holidays.
const windows = new WeakMap<CityPolicy['windows'], Map<string, FirstComeWindow>>()

export function firstComeOf(policy: CityPolicy['windows'], date: string): FirstComeWindow {
  const known = windows.get(policy) ?? new Map<string, FirstComeWindow>()
  const found = known.get(date)
  if (found) return found
  const window = firstComeWindow(policy, date)
  windows.set(policy, known.set(date, window))
  return window
}

function rightSize({ people }: Application, { bookable }: Facts): Reason<'people-out-of-range'> | undefined {
  const { capacity } = bookable.space
  return people >= 1 && people <= capacity ? undefined : { code: 'people-out-of-range', detail: { capacity } }
}

/** M14: a paid event needs the paid listing, and only it. */
function rightListing({ paidEvent }: Application, { bookable }: Facts): Reason<'wrong-listing'> | undefined {
  const use = paidEvent ? 'paid-event' : 'free'
  if (bookable.listing.use === use) return undefined
  return {
    code: 'wrong-listing',
    detail: {
      use,
      listingId: bookable.space.listings.find(listing => listing.use === use)?.listingId ?? null,
    },
  }
}

/** M24: staff, who write for a caller, may leave it open. */
function purposeSaid(
  application: Application,
  { byStaff, policy }: Facts,
): Reason<'purpose-needed'> | undefined {
  const { purposeId } = application
  const isSaid = purposeId === undefined ? byStaff || !policy.purposes : purposeOf(application, policy)
  return isSaid ? undefined : { code: 'purpose-needed', detail: {} }
}

function purposeOf({ purposeId }: Application, { purposes }: CityPolicy): Purpose | undefined {
  return purposes?.find(each => each.purposeId === purposeId)
}

function termsAccepted(
  { acceptedTermsVersion }: Application,
  { policy }: Facts,
): Reason<'terms-not-accepted'> | undefined {
  return acceptedTermsVersion === policy.termsVersion
    ? undefined
    : { code: 'terms-not-accepted', detail: { termsVersion: policy.termsVersion } }
}

/** M15: whoever is under 18 on the day of use needs an adult beside them. */
function guardianPresent(
  application: Application,
  { permission }: Facts,
): Reason<'guardian-needed'> | undefined {
  const underage = permission !== undefined && application.date < permission.adultFrom
  return underage && !application.guardianPresent ? { code: 'guardian-needed', detail: {} } : undefined
}

function withinQuota(
  _: Application,
  { policy, liveReservations }: Facts,
): Reason<'quota-reached'> | undefined {
  const limit = policy.quota.liveReservations
  return limit !== null && liveReservations >= limit
    ? { code: 'quota-reached', detail: { limit } }
    : undefined
}

function stillFree(
  { date, from, to }: Application,
  { personId, bookable, occupied }: Facts,
): Reason<'taken'> | undefined {
  const inTheWay = blocks(spanOf({ date, from, to }), bookable)
  const blocking = occupied.find(each => each.holder?.personId !== personId && inTheWay(each))
  return blocking && { code: 'taken', detail: { blocker: { kind: blocking.kind, since: blocking.since } } }
}

/** G10: of each option as many as are left in the venue at every moment of the use; what the room does not offer is gone. */
function enoughOptions(
  application: Application,
  { bookable, occupied }: Facts,
): Reason<'option-gone'> | undefined {
  const span = spanOf(application)
  for (const { optionId, count } of application.options ?? []) {
    const stock = offeredOption(bookable, optionId)?.stock ?? 0
    const left = Math.max(0, stock - mostInUse(optionId, span, occupied))
    const name = bookable.venue.options?.find(each => each.optionId === optionId)?.name ?? optionId
    if (count > left) return { code: 'option-gone', detail: { optionId, name, left } }
  }
  return undefined
}

/** G3: nobody can be in two rooms at once, and what somebody holds already is never called another person's. */
function inOnePlace(application: Application, facts: Facts): Reason<'overlaps-own-booking'> | undefined {
  const { personId, bookable, occupied } = facts
  const span = spanOf(application)
  const inTheWay = blocks(span, bookable)
  const own =
    occupied.find(each => each.holder?.personId === personId && inTheWay(each))?.holder ??
    elsewhere(facts).find(each => overlap(each, span))
  return own && { code: 'overlaps-own-booking', detail: { reservationId: own.reservationId } }
}

/** G2: what somebody holds on the day counts, in whatever venue; a draw's wins too, which are limited by the draw's own numbers. */
function withinDay(
  application: Application,
  { policy, ownTimes }: Facts,
): Reason<'day-hours-reached'> | undefined {
  const hours = policy.quota.hoursADay
  if (hours === undefined) return undefined
  const held = [...ownTimes, spanOf(application)].reduce((sum, span) => sum + hoursOf(span), 0)
  return held > hours ? { code: 'day-hours-reached', detail: { hours } } : undefined
}

/** The own times that keep their owner away from other rooms. */
function elsewhere({ policy: { overlapAllowed }, bookable: { venue }, ownTimes }: Facts): readonly OwnTime[] {
  if (overlapAllowed === true) return []
  return overlapAllowed === 'same-venue' ? ownTimes.filter(each => each.venueId !== venue.venueId) : ownTimes
}

function blocks(span: Span, { venue, space }: Bookable): (occupied: Occupied) => boolean {
  const spaceIds = withParts(venue.spaces, space.spaceId)
  return occupied => spaceIds.includes(occupied.spaceId) && overlap(occupied, span)
}
