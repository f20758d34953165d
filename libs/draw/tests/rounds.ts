import type { DrawBeacon, DrawEntry, DrawExclusion, DrawWish } from '@asaichi/contract/lottery/draw-bundle.ts'
import fc from 'fast-check'
import { QUICKNET } from '../src/beacon.ts'
import type { Chance } from '../src/chance-checks.ts'
import { freezeRound, type OpenRound } from '../src/entry-list.ts'
import { fallbackHashOf } from '../src/seed.ts'

/** What quicknet published for its round 1000, on 2023-08-23 at 15:59:24 UTC. */
export const ROUND_1000: Extract<DrawBeacon, { kind: 'drand' }> = {
  kind: 'drand',
  round: 1000,
  signature:
    'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
  randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
}
export const SECRET = '5e'.repeat(32)
export const FALLBACK: Extract<DrawBeacon, { kind: 'fallback' }> = {
  kind: 'fallback',
  secret: SECRET,
  reason: 'unreachable',
  claimedAt: '2023-08-23T21:58:00.000Z',
}
export const FROZEN_AT = '2023-08-23T15:00:00.000Z'

/** Two rooms and a hall made of both, with a second listing of the first room (M13). */
export const OPEN_ROUND: OpenRound = {
  bundleVersion: 'draw-v1',
  roundId: '0190c0de-0000-7000-8000-000000000001',
  cityId: 'mitaka',
  dates: { first: '2023-09-21', last: '2023-09-21' },
  opensAt: '2023-08-16T15:00:00.000Z',
  closesAt: FROZEN_AT,
  drawAt: '2023-08-23T22:00:00.000Z',
  rule: { version: 'draw-v1', winsPerMonth: 4, winsPerDay: 1, maxWishes: 3 },
  commitment: {
    publishedAt: '2023-08-16T15:00:00.000Z',
    chain: QUICKNET,
    beaconRound: 1000,
    fallbackHash: fallbackHashOf(SECRET),
  },
  listings: [
    { listingId: 'hall', spaceIds: ['hall', 'room-a', 'room-b'] },
    { listingId: 'room-a', spaceIds: ['room-a'] },
    { listingId: 'room-a-paid', spaceIds: ['room-a'] },
    { listingId: 'room-b', spaceIds: ['room-b'] },
  ],
}

export function entryId(index: number): string {
  return `${index.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
}

export function entrant(index: number): string {
  return index.toString(16).padStart(64, '0')
}

export function wish(listingId: string, from: string, to: string, date = OPEN_ROUND.dates.first): DrawWish {
  return { listingId, date, from, to }
}

/** Entry `index` of its own entrant, by default for the same hour of the same room. */
export function entry(index: number, change: Partial<DrawEntry> = {}): DrawEntry {
  const wishes = [wish('room-a', '09:00', '10:00')]
  return { entryId: entryId(index), entrant: entrant(index), priorWins: 0, wishes, ...change }
}

const anyWish: fc.Arbitrary<DrawWish> = fc
  .record({
    listingId: fc.constantFrom('hall', 'room-a', 'room-a-paid', 'room-b'),
    date: fc.constantFrom('2023-09-21', '2023-09-22'),
    from: fc.integer({ min: 18, max: 30 }),
    steps: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ listingId, date, from, steps }) => wish(listingId, clock(from), clock(from + steps), date))

/** Small rounds with a lot of rivalry: few rooms and entrants, every limit in reach. */
const anyRound: fc.Arbitrary<{ round: OpenRound; entries: DrawEntry[] }> = fc
  .record({
    roundId: fc.uuid({ version: 7 }),
    rule: fc.record({
      version: fc.constant('draw-v1' as const),
      winsPerMonth: fc.option(fc.integer({ min: 0, max: 4 })),
      winsPerDay: fc.integer({ min: 1, max: 3 }),
      maxWishes: fc.constant(3),
    }),
    priorWins: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 8, maxLength: 8 }),
    rows: fc.uniqueArray(
      fc.record({
        entryId: fc.uuid({ version: 4 }),
        who: fc.integer({ min: 0, max: 7 }),
        wishes: fc.array(anyWish, { minLength: 1, maxLength: 3 }),
      }),
      { selector: row => row.entryId, maxLength: 24 },
    ),
  })
  .map(({ roundId, rule, priorWins, rows }) => ({
    round: { ...OPEN_ROUND, roundId, rule, dates: { first: '2023-09-21', last: '2023-09-22' } },
    entries: rows.map(({ who, ...row }) => ({
      ...row,
      entrant: entrant(who),
      priorWins: priorWins[who] ?? 0,
    })),
  }))

/** A frozen round with a chance: mostly the cheap fallback, and now and then some entries passed over. */
export const anyDraw = fc
  .record({
    list: anyRound,
    byBeacon: fc.integer({ min: 0, max: 7 }).map(dice => dice === 0),
    excluded: fc.array(fc.nat(23), { maxLength: 2 }),
    reason: fc.constantFrom('withdrawn' as const, 'suspended' as const),
  })
  .map(({ list, byBeacon, excluded, reason }) => {
    const ids = new Set(excluded.flatMap(index => list.entries[index]?.entryId ?? []))
    const exclusions: DrawExclusion[] = [...ids].map(id => ({ entryId: id, reason, at: FROZEN_AT }))
    const chance: Chance = { beacon: byBeacon ? ROUND_1000 : FALLBACK, exclusions }
    return { frozen: freezeRound(list.round, list.entries, FROZEN_AT), chance }
  })

function clock(halfHours: number): string {
  return `${String(Math.floor(halfHours / 2)).padStart(2, '0')}:${halfHours % 2 === 0 ? '00' : '30'}`
}
