import { GRID_MINUTES, minutesOf } from '@asaichi/calendar/grid.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { withParts } from '@asaichi/calendar/space-parts.ts'
import { inHours, longEnough, onGrid, type SpanReason } from '@asaichi/calendar/use-span.ts'
import { type FirstComeWindow, firstComeWindow } from '@asaichi/calendar/windows.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Application } from '@asaichi/contract/reservation/reservation.ts'
import type { Bookable } from './bookable.ts'

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
}

export type OwnTime = { readonly reservationId: string; readonly startsAt: string; readonly endsAt: string }

/** Everything one attempt is judged by; `now` is the database's, read after the day was locked. */
export type Facts = {
  readonly now: string
  readonly policy: CityPolicy
  readonly bookable: Bookable
  readonly dateOpened: boolean
  readonly permission: { readonly status: string; readonly adultFrom: string } | undefined
  readonly liveReservations: number
  /** G3: what the person holds on this day, in any venue. */
  readonly ownTimes: readonly OwnTime[]
  readonly occupied: readonly Occupied[]
}

export type Reason =
  | SpanReason
  | { readonly code: 'not-approved'; readonly detail: { readonly permission: string } }
  | {
      readonly code: 'not-open-yet'
      readonly detail: { readonly opensAt: string; readonly serverTime: string }
    }
  | { readonly code: 'draw-in-progress'; readonly detail: { readonly retryAfterSeconds: number } }
  | { readonly code: 'closed'; readonly detail: { readonly closedAt: string } }
  | { readonly code: 'people-out-of-range'; readonly detail: { readonly capacity: number } }
  | { readonly code: 'terms-not-accepted'; readonly detail: { readonly termsVersion: string } }
  | { readonly code: 'guardian-needed'; readonly detail: object }
  | {
      readonly code: 'wrong-listing'
      readonly detail: { readonly use: 'free' | 'paid-event'; readonly listingId: string | null }
    }
  | { readonly code: 'quota-reached'; readonly detail: { readonly limit: number } }
  | { readonly code: 'taken'; readonly detail: { readonly blocker: Blocker } }
  | { readonly code: 'overlaps-own-booking'; readonly detail: { readonly reservationId: string } }

export type Accepted = {
  readonly spaceIds: readonly string[]
  readonly startsAt: string
  readonly endsAt: string
  readonly yen: number
}
export type Decision =
  | { readonly kind: 'accepted'; readonly value: Accepted }
  | { readonly kind: 'refused'; readonly reason: Reason }

type Rule = (application: Application, facts: Facts) => Reason | undefined

/**
 * M13–M15, M21–M25, G2, G3: the first rule that objects gives the reason, from who one is, over when, to what is still free. Own
 * times come last, because they are read only of who would win.
 */
const RULES: readonly Rule[] = [
  approved,
  application => onGrid(application),
  (application, { bookable }) => longEnough(application, bookable.space.minMinutes),
  inWindow,
  (application, { bookable: { venue } }) =>
    inHours(application, { ...venue.hours, closures: venue.closures }),
  rightSize,
  rightListing,
  termsAccepted,
  guardianPresent,
  withinQuota,
  stillFree,
  inOnePlace,
]

export function decide(application: Application, facts: Facts): Decision {
  for (const rule of RULES) {
    const reason = rule(application, facts)
    if (reason) return { kind: 'refused', reason }
  }
  const { date, from, to } = application
  const { venue, space, listing } = facts.bookable
  const steps = (minutesOf(to) - minutesOf(from)) / GRID_MINUTES
  return {
    kind: 'accepted',
    value: {
      spaceIds: withParts(venue.spaces, space.spaceId),
      startsAt: instantAt(date, from),
      endsAt: instantAt(date, to),
      yen: steps * listing.yenPerStep,
    },
  }
}

function approved(_: Application, { permission }: Facts): Reason | undefined {
  if (permission?.status === 'approved') return undefined
  return { code: 'not-approved', detail: { permission: permission?.status ?? 'none' } }
}

/** M18, M21: opens when the clock has passed and the date's draw is applied; closes at the end of the last office day. */
function inWindow({ date }: Application, { now, policy, dateOpened }: Facts): Reason | undefined {
  const { opensAt, closesAt } = firstComeOf(policy.windows, date)
  if (now >= closesAt) return { code: 'closed', detail: { closedAt: closesAt } }
  if (now < opensAt) return { code: 'not-open-yet', detail: { opensAt, serverTime: now } }
  if (policy.windows.lottery.kind !== 'none' && !dateOpened)
    return { code: 'draw-in-progress', detail: { retryAfterSeconds: 5 } }
  return undefined
}

// A rush asks for one day thousands of times, and the answer takes a walk over the calendar of holidays.
const windows = new WeakMap<CityPolicy['windows'], Map<string, FirstComeWindow>>()

export function firstComeOf(policy: CityPolicy['windows'], date: string): FirstComeWindow {
  const known = windows.get(policy) ?? new Map<string, FirstComeWindow>()
  const window = known.get(date) ?? firstComeWindow(policy, date)
  windows.set(policy, known.set(date, window))
  return window
}

function rightSize({ people }: Application, { bookable }: Facts): Reason | undefined {
  const { capacity } = bookable.space
  return people >= 1 && people <= capacity ? undefined : { code: 'people-out-of-range', detail: { capacity } }
}

/** M14: a paid event needs the paid listing, and only it. */
function rightListing({ paidEvent }: Application, { bookable }: Facts): Reason | undefined {
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

function termsAccepted({ acceptedTermsVersion }: Application, { policy }: Facts): Reason | undefined {
  return acceptedTermsVersion === policy.termsVersion
    ? undefined
    : { code: 'terms-not-accepted', detail: { termsVersion: policy.termsVersion } }
}

/** M15: whoever is under 18 on the day of use needs an adult beside them. */
function guardianPresent(application: Application, { permission }: Facts): Reason | undefined {
  const underage = permission !== undefined && application.date < permission.adultFrom
  return underage && !application.guardianPresent ? { code: 'guardian-needed', detail: {} } : undefined
}

function withinQuota(_: Application, { policy, liveReservations }: Facts): Reason | undefined {
  const limit = policy.quota.liveReservations
  return limit !== null && liveReservations >= limit
    ? { code: 'quota-reached', detail: { limit } }
    : undefined
}

function stillFree({ date, from, to }: Application, { bookable, occupied }: Facts): Reason | undefined {
  const startsAt = instantAt(date, from)
  const endsAt = instantAt(date, to)
  const spaceIds = withParts(bookable.venue.spaces, bookable.space.spaceId)
  const blocking = occupied.find(
    each => spaceIds.includes(each.spaceId) && each.startsAt < endsAt && startsAt < each.endsAt,
  )
  return blocking && { code: 'taken', detail: { blocker: { kind: blocking.kind, since: blocking.since } } }
}

/** G3: nobody can be in two rooms at once. */
function inOnePlace({ date, from, to }: Application, { policy, ownTimes }: Facts): Reason | undefined {
  if (policy.overlapAllowed === true) return undefined
  const startsAt = instantAt(date, from)
  const endsAt = instantAt(date, to)
  const own = ownTimes.find(each => each.startsAt < endsAt && startsAt < each.endsAt)
  return own && { code: 'overlaps-own-booking', detail: { reservationId: own.reservationId } }
}
