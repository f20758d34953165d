import type { DrawBundle, FrozenRound } from '@asaichi/contract/lottery/draw-bundle.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDraw, entry, entryId, FALLBACK, FROZEN_AT, OPEN_ROUND, ROUND_1000 } from '../tests/rounds.ts'
import { allocate } from './allocate.ts'
import type { Chance } from './chance-checks.ts'
import { drawResults, runDraw } from './draw.ts'
import { freezeRound } from './entry-list.ts'
import { rankEntries } from './rank.ts'
import { testBeacon } from './test-beacon.ts'

const FROZEN = freezeRound(OPEN_ROUND, [entry(1), entry(2), entry(3)], FROZEN_AT)
const BY_BEACON: Chance = { beacon: ROUND_1000, exclusions: [] }

function drawn(frozen: FrozenRound, chance: Chance): DrawBundle {
  const outcome = runDraw(frozen, chance)
  if (!outcome.ok) throw new Error(outcome.refusal.detail.failed.map(({ words }) => words).join(' '))
  return outcome.value
}

describe('V1, V2: properties of every draw', () => {
  test('the same list in any order gives the same bundle', () => {
    fc.assert(
      fc.property(anyDraw, fc.infiniteStream(fc.nat()), ({ frozen, chance }, dice) => {
        const keyed = frozen.entries.map(row => ({ row, key: dice.next().value }))
        const shuffled = keyed.toSorted((one, other) => one.key - other.key).map(({ row }) => row)
        const again = freezeRound({ ...frozen, listings: frozen.listings.toReversed() }, shuffled, FROZEN_AT)
        expect(again).toEqual(frozen)
        const reversed = { ...chance, exclusions: chance.exclusions.toReversed() }
        expect(drawn(again, reversed)).toEqual(drawn(frozen, chance))
      }),
    )
  })

  test('every entry is decided once', () => {
    fc.assert(
      fc.property(anyDraw, ({ frozen, chance }) => {
        const { results, entries } = drawn(frozen, chance)
        expect(results.map(result => result.entryId).toSorted()).toEqual(entries.map(row => row.entryId))
        expect(results.map(({ position }) => position)).toEqual(results.map((_, index) => index + 1))
        for (const { outcome, wish, verdicts } of results) {
          expect(outcome === 'won').toBe(wish !== null)
          expect(verdicts.indexOf('won')).toBe(wish ?? -1)
        }
      }),
    )
  })

  test('no two winners overlap in a space, and nobody overlaps with themself', () => {
    fc.assert(
      fc.property(anyDraw, ({ frozen, chance }) => {
        const wins = winsOf(drawn(frozen, chance))
        for (const [index, one] of wins.entries())
          for (const other of wins.slice(index + 1)) {
            const meet = one.date === other.date && one.from < other.to && other.from < one.to
            if (!meet) continue
            expect(one.spaceIds.filter(spaceId => other.spaceIds.includes(spaceId))).toEqual([])
            expect(one.entrant).not.toBe(other.entrant)
          }
      }),
    )
  })

  test('G2: nobody wins more than the limits allow', () => {
    fc.assert(
      fc.property(anyDraw, ({ frozen, chance }) => {
        const { winsPerDay, winsPerMonth } = frozen.rule
        const wins = winsOf(drawn(frozen, chance))
        for (const { entrant, date, priorWins } of wins) {
          const own = wins.filter(win => win.entrant === entrant)
          expect(own.filter(win => win.date === date).length).toBeLessThanOrEqual(winsPerDay)
          if (winsPerMonth !== null) expect(priorWins + own.length).toBeLessThanOrEqual(winsPerMonth)
        }
      }),
    )
  })

  test('a loser who drops out changes nothing for anyone else', () => {
    fc.assert(
      fc.property(anyDraw, fc.nat(), ({ frozen, chance }, pick) => {
        const bundle = drawn(frozen, chance)
        const losers = bundle.results.filter(({ outcome }) => outcome === 'lost')
        const loser = losers[pick % Math.max(1, losers.length)]?.entryId
        fc.pre(loser !== undefined)
        const others = (results: readonly DrawBundle['results'][number][]) =>
          results.filter(result => result.entryId !== loser)
        const exclusions = [
          ...chance.exclusions,
          { entryId: loser, reason: 'withdrawn', at: FROZEN_AT },
        ] as const
        expect(others(drawResults({ ...bundle, exclusions: [...exclusions] }))).toEqual(
          others(bundle.results),
        )
        const without = rankEntries(entriesWithout(bundle, loser), bundle)
        const excluded = new Set(chance.exclusions.map(exclusion => exclusion.entryId))
        const outcomesWithout = allocate(without, { ...bundle, excluded })
        expect(outcomesWithout.map(unplaced)).toEqual(others(bundle.results).map(unplaced))
      }),
    )
  })

  test('whoever was passed over never wins, and everyone keeps their place', () => {
    fc.assert(
      fc.property(anyDraw, ({ frozen, chance }) => {
        const places = ({ results }: DrawBundle) => results.map(({ entryId: id, position }) => [id, position])
        const bundle = drawn(frozen, chance)
        expect(places(bundle)).toEqual(places(drawn(frozen, { ...chance, exclusions: [] })))
        const excluded = bundle.results.filter(({ outcome }) => outcome === 'excluded')
        expect(excluded.map(result => result.entryId).toSorted()).toEqual(
          bundle.exclusions.map(exclusion => exclusion.entryId),
        )
      }),
    )
  })
})

describe('the draw refuses', () => {
  const edited = FROZEN.entries.map((row, index) => (index === 1 ? { ...row, priorWins: 2 } : row))
  const beacon = testBeacon('own', { genesis: OPEN_ROUND.commitment.chain.genesis, period: 3 })
  const exclude = (index: number, at: string): Chance => ({
    beacon: ROUND_1000,
    exclusions: [{ entryId: entryId(index), reason: 'suspended', at }],
  })
  const late = freezeRound(OPEN_ROUND, FROZEN.entries, '2023-08-23T15:59:24.000Z')

  test.each<[string, FrozenRound, Chance, string]>([
    ['A67: an entry edited after the freeze', { ...FROZEN, entries: edited }, BY_BEACON, 'root'],
    [
      'A67: a rule edited after the freeze',
      { ...FROZEN, rule: { ...FROZEN.rule, winsPerDay: 2 } },
      BY_BEACON,
      'root',
    ],
    ['an entry that came after the freeze', addedEntry(), BY_BEACON, 'root'],
    ['F37: an old round of the beacon', FROZEN, chance({ ...ROUND_1000, round: 999 }), 'beacon'],
    ['F37: another round’s signature', FROZEN, chance({ ...beacon.sign(1000) }), 'beacon'],
    [
      'F37: randomness that is not the signature’s',
      FROZEN,
      chance({ ...ROUND_1000, randomness: 'ab'.repeat(32) }),
      'beacon',
    ],
    [
      'A69: a secret that was not committed',
      FROZEN,
      chance({ ...FALLBACK, secret: 'ab'.repeat(32) }),
      'beacon',
    ],
    [
      'A69: an outage claimed before the beacon was due',
      FROZEN,
      chance({ ...FALLBACK, claimedAt: FROZEN_AT }),
      'beacon',
    ],
    ['a list frozen when the beacon was known', late, BY_BEACON, 'times'],
    [
      'an exclusion chosen when the beacon was known',
      FROZEN,
      exclude(1, '2023-08-23T15:59:24.000Z'),
      'exclusions',
    ],
    ['an exclusion of an unknown entry', FROZEN, exclude(9, FROZEN_AT), 'exclusions'],
  ])('%s', (_name, frozen, given, id) => {
    const outcome = runDraw(frozen, given)
    expect(outcome.ok ? [] : outcome.refusal.detail.failed.map(check => check.id)).toContain(id)
  })

  test('nothing of an honest round, an empty one included', () => {
    expect(drawn(FROZEN, BY_BEACON).results).toHaveLength(3)
    expect(drawn(freezeRound(OPEN_ROUND, [], FROZEN_AT), BY_BEACON).results).toEqual([])
  })

  function addedEntry(): FrozenRound {
    const entries = [...FROZEN.entries, entry(4)]
    return { ...FROZEN, entries, freeze: { ...FROZEN.freeze, count: 4 } }
  }
})

test('D18: a demo city draws by its own beacon', () => {
  const beacon = testBeacon('demo', { genesis: OPEN_ROUND.commitment.chain.genesis, period: 3 })
  const commitment = { ...OPEN_ROUND.commitment, chain: beacon.chain }
  const frozen = freezeRound({ ...OPEN_ROUND, commitment }, FROZEN.entries, FROZEN_AT)
  expect(runDraw(frozen, chance(beacon.sign(1000))).ok).toBe(true)
  expect(runDraw(frozen, BY_BEACON).ok).toBe(false)
})

function chance(beacon: Chance['beacon']): Chance {
  return { beacon, exclusions: [] }
}

function entriesWithout({ entries }: DrawBundle, loser: string) {
  return entries.filter(row => row.entryId !== loser)
}

function unplaced({ position: _, ...rest }: DrawBundle['results'][number]) {
  return rest
}

function winsOf({ entries, results, listings }: DrawBundle) {
  return results.flatMap(result => {
    const row = entries.find(({ entryId: id }) => id === result.entryId)
    const wish = row?.wishes[result.wish ?? -1]
    if (!row || !wish) return []
    const spaceIds = listings.find(({ listingId }) => listingId === wish.listingId)?.spaceIds ?? []
    return [{ ...wish, spaceIds, entrant: row.entrant, priorWins: row.priorWins }]
  })
}
