import { addMs } from '@asaichi/calendar/instant.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { ReasonCode } from '@asaichi/contract/reservation/reservation.ts'
import type { Attempt } from './attempt.ts'
import { findBookable } from './bookable.ts'
import { decide, firstComeOf, type HeldPermission, type Occupied, type Reason } from './decide.ts'

/** What a desk saw of its day when it last had the day's lock. */
export type KnownDay = {
  readonly policy: CityPolicy
  readonly venue: Venue
  readonly dateOpened: boolean
  readonly occupied: readonly Occupied[]
  /** Of everyone who has or had a reservation on this day, by `pressName`: a used key answers what it answered before. */
  readonly usedKeys: ReadonlySet<string>
}
export type KnownPerson = {
  readonly permission: HeldPermission | undefined
  readonly live: number
}

/** The memory's clock is a guess; so near to the opening, or to an end of a stop, only the database's may say on which side it is. */
const CLOCK_MARGIN_MS = 200

/**
 * The refusal that is certain without the database. Memory never accepts, and never refuses for what may have changed in
 * favour of the person meanwhile: a permission given, a reservation less, the hour that struck.
 */
export function knownRefusal(
  attempt: Attempt,
  known: { readonly day: KnownDay; readonly person: KnownPerson; readonly now: string },
): Reason | undefined {
  const { day, person, now } = known
  const { application } = attempt
  if (day.usedKeys.has(pressName(attempt))) return undefined
  const bookable = findBookable(day.venue, application.listingId)
  if (!bookable) return undefined
  const decision = decide(application, {
    personId: attempt.personId,
    byStaff: attempt.bookedByPerson !== undefined,
    now,
    policy: day.policy,
    bookable,
    dateOpened: day.dateOpened,
    permission: person.permission,
    liveReservations: person.live,
    ownTimes: [],
    occupied: day.occupied,
  })
  return decision.kind === 'refused' &&
    isCertain(decision.reason, { now, opensAt: firstComeOf(day.policy.windows, application.date).opensAt })
    ? decision.reason
    : undefined
}

/** A key is its person's own. */
export function pressName({ personId, key }: { readonly personId: string; readonly key: string }): string {
  return `${personId} ${key}`
}

// What is not named here is the database's to say: slower, and never wrong.
const CERTAIN: ReadonlySet<ReasonCode> = new Set([
  'off-grid',
  'too-short',
  'closed',
  'draw-in-progress',
  'outside-hours',
  'people-out-of-range',
  'wrong-listing',
  'purpose-needed',
  'terms-not-accepted',
  'guardian-needed',
  'taken',
  'option-gone',
])

function isCertain(
  reason: Reason,
  { now, opensAt }: { readonly now: string; readonly opensAt: string },
): boolean {
  // Of everybody: another class, which opens sooner, may have been given meanwhile (G11).
  if (reason.code === 'not-open-yet') return addMs(now, CLOCK_MARGIN_MS) < opensAt
  if (reason.code === 'service-stopped')
    return (
      reason.detail.stoppedFrom < addMs(now, -CLOCK_MARGIN_MS) &&
      addMs(now, CLOCK_MARGIN_MS) < reason.detail.stoppedUntil
    )
  return CERTAIN.has(reason.code)
}
