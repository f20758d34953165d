import type { Application } from '@asaichi/contract/reservation/reservation.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBookable } from './bookable.ts'
import { decide, type Facts, type Occupied } from './decide.ts'

const venue = demoVenue()
const { policy } = demoCity({ cityId: 'mitaka' })
const since = '2024-11-03T00:00:00.000Z'

function facts(asked: Application, differences: Partial<Facts> = {}): Facts {
  const bookable = findBookable(venue, asked.listingId)
  if (!bookable) throw new Error('no such listing')
  return {
    personId: 'me',
    byStaff: false,
    now: '2024-11-10T00:00:00.000Z',
    policy,
    bookable,
    dateOpened: true,
    permission: { status: 'approved', adultFrom: '2000-01-01' },
    liveReservations: 0,
    ownTimes: [],
    occupied: [],
    ...differences,
  }
}

function judged(asked: Partial<Application> = {}, known: Partial<Facts> = {}) {
  const full = everydayApplication(asked)
  const decision = decide(full, facts(full, known))
  return decision.kind === 'accepted' ? decision.value : { [decision.reason.code]: decision.reason.detail }
}

test('M22, G10: an application under every rule is accepted with its spaces, instants and price', () => {
  expect(judged()).toEqual({
    spaceIds: ['yoshitsu'],
    startsAt: '2024-12-01T00:00:00.000Z',
    endsAt: '2024-12-01T01:00:00.000Z',
    yen: 0,
  })
  expect(judged({ listingId: 'yoshitsu-paid', paidEvent: true })).toMatchObject({ yen: 600 })
})

describe('each rule refuses with the row’s own reason', () => {
  test.each<[string, Partial<Application>, Partial<Facts>, object]>([
    ['M7: without permission', {}, { permission: undefined }, { 'not-approved': { permission: 'none' } }],
    [
      'M7: 申請中',
      {},
      { permission: { status: 'applied', adultFrom: '2000-01-01' } },
      { 'not-approved': { permission: 'applied' } },
    ],
    [
      'G8: while banned',
      {},
      { bannedUntil: '2024-11-20T15:00:00.000Z' },
      { banned: { bannedUntil: '2024-11-20T15:00:00.000Z' } },
    ],
    ['M13: 9:15 is off the grid', { from: '09:15' }, {}, { 'off-grid': { stepMinutes: 30 } }],
    ['M13: an end before the start', { from: '10:00', to: '09:00' }, {}, { 'off-grid': { stepMinutes: 30 } }],
    ['M13: a start that is the end', { from: '10:00', to: '10:00' }, {}, { 'off-grid': { stepMinutes: 30 } }],
    [
      'M18: one millisecond before 07:00 of day −28',
      {},
      { now: '2024-11-02T21:59:59.999Z' },
      { 'not-open-yet': { opensAt: '2024-11-02T22:00:00.000Z', serverTime: '2024-11-02T21:59:59.999Z' } },
    ],
    [
      'M18: 07:00 has come but the draw is not applied',
      {},
      { now: '2024-11-02T22:00:00.000Z', dateOpened: false },
      { 'draw-in-progress': { retryAfterSeconds: 5 } },
    ],
    [
      'M21: after the end of the second office day before',
      {},
      { now: '2024-11-28T15:00:00.000Z' },
      { closed: { closedAt: '2024-11-28T15:00:00.000Z' } },
    ],
    [
      'M12: before opening',
      { from: '08:30' },
      {},
      { 'outside-hours': { opens: '09:00', closes: '21:00', reason: null } },
    ],
    [
      'M12: past closing',
      { from: '20:30', to: '21:30' },
      {},
      { 'outside-hours': { opens: '09:00', closes: '21:00', reason: null } },
    ],
    [
      'M12: Tuesday opens 10:30',
      { date: '2024-12-03', from: '10:00', to: '11:00' },
      {},
      { 'outside-hours': { opens: '10:30', closes: '21:00', reason: null } },
    ],
    [
      'M12: a temporary closure',
      { date: '2024-12-29' },
      { now: '2024-12-10T00:00:00.000Z' },
      { 'outside-hours': { opens: null, closes: null, reason: '年末年始' } },
    ],
    ['M13: nobody comes', { people: 0 }, {}, { 'people-out-of-range': { capacity: 26 } }],
    ['M13: 27 of 26', { people: 27 }, {}, { 'people-out-of-range': { capacity: 26 } }],
    [
      'M14: a paid event on the free listing',
      { paidEvent: true },
      {},
      { 'wrong-listing': { use: 'paid-event', listingId: 'yoshitsu-paid' } },
    ],
    [
      'M14: a free meeting on the paid listing',
      { listingId: 'yoshitsu-paid' },
      {},
      { 'wrong-listing': { use: 'free', listingId: 'yoshitsu' } },
    ],
    [
      'M24: old terms',
      { acceptedTermsVersion: '2020-01' },
      {},
      { 'terms-not-accepted': { termsVersion: '2024-04' } },
    ],
    [
      'M15: 17 years old and alone',
      {},
      { permission: { status: 'approved', adultFrom: '2024-12-02' } },
      { 'guardian-needed': {} },
    ],
    ['G2: the eleventh live reservation', {}, { liveReservations: 10 }, { 'quota-reached': { limit: 10 } }],
  ])('%s', (_, asked, known, expected) => expect(judged(asked, known)).toEqual(expected))
})

test.each<[string, Partial<Application>, Partial<Facts>]>([
  ['M18: exactly 07:00 of day −28', {}, { now: '2024-11-02T22:00:00.000Z' }],
  ['M21: the last millisecond of the last office day', {}, { now: '2024-11-28T14:59:59.999Z' }],
  [
    'M15: 17 years old with a guardian',
    { guardianPresent: true },
    { permission: { status: 'approved', adultFrom: '2024-12-02' } },
  ],
  [
    'M15: eighteenth birthday on the day of use',
    {},
    { permission: { status: 'approved', adultFrom: '2024-12-01' } },
  ],
  ['M13: 26 of 26', { people: 26 }, {}],
  ['M12: to the last minute', { from: '20:30', to: '21:00' }, {}],
  ['G2: no limit', {}, { liveReservations: 99, policy: { ...policy, quota: { liveReservations: null } } }],
  [
    'M18: a city without a lottery waits for no draw',
    {},
    { dateOpened: false, policy: { ...policy, windows: { ...policy.windows, lottery: { kind: 'none' } } } },
  ],
])('accepted: %s', (_, asked, known) => expect(judged(asked, known)).toHaveProperty('startsAt'))

function taken(spaceId: string, from: string, to: string, kind: Occupied['kind'] = 'reservation'): Occupied {
  return { spaceId, startsAt: `2024-12-01T${from}:00.000Z`, endsAt: `2024-12-01T${to}:00.000Z`, kind, since }
}

test('M22: touching edges are free, one shared half hour is taken, and the receipt says what took it', () => {
  expect(judged({}, { occupied: [taken('yoshitsu', '01:00', '02:00')] })).toHaveProperty('startsAt')
  expect(judged({ to: '10:30' }, { occupied: [taken('yoshitsu', '01:00', '02:00', 'city-use')] })).toEqual({
    taken: { blocker: { kind: 'city-use', since } },
  })
})

test('M13: the paid listing shares the calendar; a whole hall and its parts block each other, two parts do not', () => {
  expect(
    judged(
      { listingId: 'yoshitsu-paid', paidEvent: true },
      { occupied: [taken('yoshitsu', '00:00', '01:00')] },
    ),
  ).toHaveProperty('taken')
  expect(judged({ listingId: 'hall' }, { occupied: [taken('hall-b', '00:00', '01:00')] })).toHaveProperty(
    'taken',
  )
  expect(judged({ listingId: 'hall-a' })).toMatchObject({ spaceIds: ['hall-a'] })
  expect(judged({ listingId: 'hall' })).toMatchObject({ spaceIds: ['hall', 'hall-a', 'hall-b'] })
  expect(judged({ listingId: 'hall-a' }, { occupied: [taken('hall-b', '00:00', '01:00')] })).toHaveProperty(
    'startsAt',
  )
})

test('Q1: whatever is asked, what is accepted lies on the grid, inside the hours and apart from everything occupied', () => {
  const time = fc
    .integer({ min: 0, max: 96 })
    .map(
      quarter =>
        `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
    )
  fc.assert(
    fc.property(time, time, fc.integer({ min: 0, max: 22 }), (from, to, half) => {
      const start = new Date(Date.parse('2024-12-01T00:00:00.000Z') + half * 1_800_000).toISOString()
      const end = new Date(Date.parse(start) + 3_600_000).toISOString()
      const decision = decide(
        everydayApplication({ from, to }),
        facts(everydayApplication(), {
          occupied: [{ spaceId: 'yoshitsu', startsAt: start, endsAt: end, kind: 'reservation', since }],
        }),
      )
      if (decision.kind === 'refused') return true
      const { startsAt, endsAt } = decision.value
      return (
        startsAt < endsAt &&
        (endsAt <= start || startsAt >= end) &&
        /:(00|30):00\.000Z$/.test(startsAt) &&
        startsAt >= '2024-12-01T00:00:00.000Z' &&
        endsAt <= '2024-12-01T12:00:00.000Z'
      )
    }),
    { numRuns: 2_000 },
  )
})
