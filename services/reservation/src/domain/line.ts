import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Attempt } from './attempt.ts'
import { type Bookable, findBookable } from './bookable.ts'
import {
  type Accepted,
  decide,
  type HeldPermission,
  type Occupied,
  type OwnTime,
  type Reason,
} from './decide.ts'

/** What the day looked like when it was locked. */
export type LineFacts = {
  readonly now: string
  readonly firstTurn: number
  readonly policy: CityPolicy
  readonly venue: Venue
  readonly dateOpened: boolean
  readonly occupied: readonly Occupied[]
  readonly persons: ReadonlyMap<
    string,
    {
      readonly permission: HeldPermission | undefined
      readonly live: number
      readonly bannedUntil?: string | undefined
    }
  >
  /** G3: what these persons hold on this day, read when they were locked. */
  readonly ownTimes: ReadonlyMap<string, readonly OwnTime[]>
  readonly keys: readonly UsedKey[]
}

export type KeyAnswer = { readonly reservationId: string; readonly receiptId: string; readonly turn: number }
export type UsedKey = {
  readonly personId: string
  readonly key: string
  readonly bodyHash: string
  readonly answer: KeyAnswer
}

export type Verdict =
  | {
      readonly status: 'accepted'
      readonly attempt: Attempt
      readonly turn: number
      readonly bookable: Bookable
      readonly booking: Accepted
    }
  | { readonly status: 'refused'; readonly attempt: Attempt; readonly turn: number; readonly reason: Reason }
  | { readonly status: 'repeated'; readonly answer: KeyAnswer }
  | { readonly status: 'key-used-differently' }
  | { readonly status: 'unknown-listing' }

/** Judges presses in order of arrival; what was accepted before counts for what comes after. */
export function judgeLine(facts: LineFacts, attempts: readonly Attempt[]): readonly Verdict[] {
  const before: Before = { accepted: [], occupied: [...facts.occupied] }
  return attempts.map((attempt, nr) => {
    const verdict = judge(attempt, { ...facts, turn: facts.firstTurn + nr, before })
    if (verdict.status === 'accepted') {
      before.accepted.push(verdict)
      before.occupied.push(...occupiedBy(verdict, facts.now))
    }
    return verdict
  })
}

/** The presses that would be accepted if each were the only one: nobody else can win a time. */
export function mayWin(facts: LineFacts, attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.filter(attempt => judgeLine(facts, [attempt])[0]?.status === 'accepted')
}

export type Won = Extract<Verdict, { status: 'accepted' }>
type Before = { readonly accepted: Won[]; readonly occupied: Occupied[] }
type Standing = LineFacts & { readonly turn: number; readonly before: Before }

function judge(attempt: Attempt, line: Standing): Verdict {
  const used = usedKey(attempt, line)
  if (used)
    return used.bodyHash === attempt.bodyHash
      ? { status: 'repeated', answer: used.answer }
      : { status: 'key-used-differently' }
  const bookable = findBookable(line.venue, attempt.application.listingId)
  if (!bookable) return { status: 'unknown-listing' }
  const { turn, before } = line
  const person = line.persons.get(attempt.personId)
  const own = before.accepted.filter(each => each.attempt.personId === attempt.personId)
  const decision = decide(attempt.application, {
    personId: attempt.personId,
    byStaff: attempt.bookedByPerson !== undefined,
    now: line.now,
    policy: line.policy,
    bookable,
    dateOpened: line.dateOpened,
    permission: person?.permission,
    bannedUntil: person?.bannedUntil,
    liveReservations: (person?.live ?? 0) + own.length,
    ownTimes: [...(line.ownTimes.get(attempt.personId) ?? []), ...own.map(ownTimeOf)],
    occupied: before.occupied,
  })
  return decision.kind === 'accepted'
    ? { status: 'accepted', attempt, turn, bookable, booking: decision.value }
    : { status: 'refused', attempt, turn, reason: decision.reason }
}

function ownTimeOf({ attempt, bookable: { venue }, booking: { startsAt, endsAt } }: Won): OwnTime {
  return { reservationId: attempt.ids.reservationId, venueId: venue.venueId, startsAt, endsAt }
}

export function acceptedOf(verdicts: readonly Verdict[]): readonly Won[] {
  return verdicts.filter(verdict => verdict.status === 'accepted')
}

export function keyAnswerOf({ attempt, turn }: Won): KeyAnswer {
  return { reservationId: attempt.ids.reservationId, receiptId: attempt.ids.receiptId, turn }
}

// The same key twice in one batch is two presses of one button: the second gets the answer of the first.
function usedKey({ personId, key }: Attempt, { keys, before }: Standing): UsedKey | undefined {
  const stored = keys.find(used => used.personId === personId && used.key === key)
  if (stored) return stored
  const first = before.accepted.find(({ attempt }) => attempt.personId === personId && attempt.key === key)
  return first && { personId, key, bodyHash: first.attempt.bodyHash, answer: keyAnswerOf(first) }
}

export function occupiedBy({ attempt, booking }: Won, since: string): readonly Occupied[] {
  const { spaceIds, startsAt, endsAt, options } = booking
  const holder = {
    reservationId: attempt.ids.reservationId,
    personId: attempt.personId,
    ...(options && { options }),
  }
  return spaceIds.map(spaceId => ({ spaceId, startsAt, endsAt, kind: 'reservation', since, holder }))
}
