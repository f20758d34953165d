import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { EVERYDAY_EVENT } from '@asaichi/testkit/everyday-event.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Attempt } from './attempt.ts'
import { acceptedOf, judgeLine, type LineFacts, occupiedBy } from './line.ts'

const { policy } = demoCity({ cityId: 'mitaka', quota: { liveReservations: 2 } })
const people = ['a', 'b', 'c', 'd']

const facts: LineFacts = {
  now: '2024-11-10T00:00:00.000Z',
  firstTurn: 1,
  policy,
  venue: demoVenue(),
  dateOpened: true,
  occupied: [],
  persons: new Map(
    people.map(person => [person, { permission: { status: 'approved', adultFrom: '2000-01-01' }, live: 0 }]),
  ),
  keys: [],
  ownTimes: new Map(),
}

function attempt(
  nr: number,
  differences: {
    personId?: string
    key?: string
    listingId?: string
    from?: string
    to?: string
    bodyHash?: string
  } = {},
): Attempt {
  const {
    personId = 'a',
    key = `key-${nr}`,
    listingId = 'yoshitsu',
    from = '09:00',
    to = '10:00',
    bodyHash = `${listingId}${from}${to}`,
  } = differences
  return {
    personId,
    cityId: 'mitaka',
    key,
    bodyHash,
    application: {
      listingId,
      date: '2024-12-01',
      from,
      to,
      ...EVERYDAY_EVENT,
    },
    ids: { receiptId: `receipt-${nr}`, reservationId: `reservation-${nr}`, occupancyId: `occupancy-${nr}` },
  }
}

test('V2: of two presses for one hour in one batch the first holds it, and the second reads its place and what took it', () => {
  const [first, second] = judgeLine(facts, [attempt(1), attempt(2, { personId: 'b' })])
  expect(first).toMatchObject({ status: 'accepted', turn: 1 })
  expect(second).toMatchObject({
    status: 'refused',
    turn: 2,
    reason: { code: 'taken', detail: { blocker: { kind: 'reservation', since: facts.now } } },
  })
})

test('G2: the quota counts what the same batch accepted before', () => {
  const verdicts = judgeLine(facts, [
    attempt(1),
    attempt(2, { from: '10:00', to: '11:00' }),
    attempt(3, { from: '11:00', to: '12:00' }),
  ])
  expect(verdicts.map(verdict => verdict.status)).toEqual(['accepted', 'accepted', 'refused'])
})

test('G3: who holds a time, or won it earlier in the line, gets no other room that overlaps it; a time right after is free', () => {
  const later = { from: '10:00', to: '11:00' }
  const held = {
    reservationId: 'held',
    venueId: 'elsewhere',
    startsAt: '2024-12-01T01:30:00.000Z',
    endsAt: '2024-12-01T02:00:00.000Z',
  }
  const line = { ...facts, ownTimes: new Map([['b', [held]]]) }
  const pressed = [
    attempt(1),
    attempt(2, { listingId: 'hall-a', from: '09:30', to: '10:30' }),
    attempt(3, { listingId: 'hall-a', ...later }),
    attempt(4, { personId: 'b', listingId: 'hall-b', ...later }),
  ]
  const reasons = (verdicts: ReturnType<typeof judgeLine>) =>
    verdicts.map(verdict => (verdict.status === 'refused' ? verdict.reason : verdict.status))
  const overlap = (reservationId: string) => ({ code: 'overlaps-own-booking', detail: { reservationId } })
  expect(reasons(judgeLine(line, pressed))).toEqual([
    'accepted',
    overlap('reservation-1'),
    'accepted',
    overlap('held'),
  ])
  const open = { ...line, policy: { ...policy, quota: { liveReservations: null }, overlapAllowed: true } }
  expect(new Set(reasons(judgeLine(open, pressed.slice(0, 2))))).toEqual(new Set(['accepted']))
  const sameVenue = { ...open, policy: { ...open.policy, overlapAllowed: 'same-venue' as const } }
  expect(reasons(judgeLine(sameVenue, pressed))).toEqual([
    'accepted',
    'accepted',
    overlap('reservation-2'),
    overlap('held'),
  ])
})

test('G2: hours of a day count together, those won a moment ago and those held elsewhere, up to the last minute', () => {
  const held = {
    reservationId: 'held',
    venueId: 'elsewhere',
    startsAt: '2024-11-30T23:00:00.000Z',
    endsAt: '2024-12-01T00:00:00.000Z',
  }
  const line = {
    ...facts,
    policy: { ...policy, quota: { liveReservations: null, hoursADay: 2 } },
    ownTimes: new Map([['b', [held]]]),
  }
  const pressed = [
    attempt(1, { personId: 'b', from: '09:30', to: '10:00' }),
    attempt(2, { personId: 'b', from: '10:00', to: '11:00' }),
    attempt(3, { personId: 'b', from: '10:00', to: '10:30' }),
    attempt(4, { personId: 'b', from: '12:00', to: '12:30' }),
    attempt(5, { personId: 'c', from: '12:00', to: '14:00' }),
  ]
  const reached = { code: 'day-hours-reached', detail: { hours: 2 } }
  expect(
    judgeLine(line, pressed).map(each => (each.status === 'refused' ? each.reason : each.status)),
  ).toEqual(['accepted', reached, 'accepted', reached, 'accepted'])
})

test('V2, G3: what took a time is never called another person where it is one’s own, in one batch and after it, wherever overlaps are allowed', () => {
  const twice = [attempt(1), attempt(2)]
  const own = { code: 'overlaps-own-booking', detail: { reservationId: 'reservation-1' } }
  const open = { ...facts, policy: { ...policy, overlapAllowed: true } }
  for (const line of [facts, open]) {
    const [first, second] = judgeLine(line, twice)
    expect(second).toMatchObject({ status: 'refused', reason: own })
    if (first?.status !== 'accepted') throw new Error('the first press of a free hour was refused')
    const after = { ...line, occupied: occupiedBy(first, facts.now) }
    expect(judgeLine(after, [attempt(3)])[0]).toMatchObject({ reason: own })
    expect(judgeLine(after, [attempt(4, { personId: 'b' })])[0]).toMatchObject({ reason: { code: 'taken' } })
  }
})

test('D5: the same key twice in a batch is one press; with another body it is refused', () => {
  const verdicts = judgeLine(facts, [
    attempt(1, { key: 'same-key' }),
    attempt(2, { key: 'same-key' }),
    attempt(3, { key: 'same-key', from: '12:00', to: '13:00' }),
  ])
  expect(verdicts[1]).toEqual({
    status: 'repeated',
    answer: { reservationId: 'reservation-1', receiptId: 'receipt-1', turn: 1 },
  })
  expect(verdicts[2]).toEqual({ status: 'key-used-differently' })
})

test('Q1: accepted presses of any line never overlap in a space, and judging in two batches is judging in one', () => {
  const anyAttempt = fc.record({
    personId: fc.constantFrom(...people),
    listingId: fc.constantFrom('yoshitsu', 'hall', 'hall-a', 'hall-b'),
    start: fc.integer({ min: 18, max: 40 }),
    length: fc.integer({ min: 1, max: 4 }),
  })
  const time = (slot: number) => `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`
  fc.assert(
    fc.property(fc.array(anyAttempt, { maxLength: 30 }), line => {
      const attempts = line.map(({ personId, listingId, start, length }, nr) =>
        attempt(nr, { personId, listingId, from: time(start), to: time(start + length) }),
      )
      const open = {
        ...facts,
        policy: { ...policy, quota: { liveReservations: null }, overlapAllowed: true },
      }
      const accepted = acceptedOf(judgeLine(open, attempts))
      for (const [i, a] of accepted.entries())
        for (const b of accepted.slice(i + 1)) {
          const shared = a.booking.spaceIds.some(space => b.booking.spaceIds.includes(space))
          if (shared && a.booking.startsAt < b.booking.endsAt && b.booking.startsAt < a.booking.endsAt)
            return false
        }
      const cut = Math.floor(attempts.length / 2)
      const early = acceptedOf(judgeLine(open, attempts.slice(0, cut)))
      const occupied = early.flatMap(({ booking }) =>
        booking.spaceIds.map(spaceId => ({
          ...booking,
          spaceId,
          kind: 'reservation' as const,
          since: facts.now,
        })),
      )
      const late = acceptedOf(judgeLine({ ...open, occupied }, attempts.slice(cut)))
      return (
        JSON.stringify([...early, ...late].map(each => each.attempt.key)) ===
        JSON.stringify(accepted.map(each => each.attempt.key))
      )
    }),
    { numRuns: 500 },
  )
})
