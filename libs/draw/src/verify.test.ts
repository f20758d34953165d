import { DrawBundle, type DrawEntry } from '@asaichi/contract/lottery/draw-bundle.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anyDraw,
  entrant,
  entry,
  entryId,
  FALLBACK,
  FROZEN_AT,
  OPEN_ROUND,
  ROUND_1000,
  wish,
} from '../tests/rounds.ts'
import { changesAt, pathsOf } from '../tests/tamper.ts'
import type { Chance } from './chance-checks.ts'
import { runDraw } from './draw.ts'
import { freezeRound, type OpenRound } from './entry-list.ts'
import { digestOf } from './hash.ts'
import { testBeacon } from './test-beacon.ts'
import { type Noted, verifyBundle } from './verify.ts'

const ENTRIES = [
  entry(1, { wishes: [wish('room-a', '09:00', '10:00'), wish('room-b', '09:30', '10:30')] }),
  entry(2, { priorWins: 1 }),
  entry(3, { entrant: entrant(2), priorWins: 1, wishes: [wish('hall', '13:00', '15:00')] }),
  entry(4),
]
const EXCLUSIONS = [{ entryId: entryId(4), reason: 'withdrawn' as const, at: FROZEN_AT }]
const BY_BEACON = draw({ beacon: ROUND_1000, exclusions: [] })
const BY_SECRET = draw({ beacon: FALLBACK, exclusions: EXCLUSIONS })

function draw(chance: Chance, { round = OPEN_ROUND, entries = ENTRIES, at = FROZEN_AT } = {}): DrawBundle {
  const outcome = runDraw(freezeRound(round, entries, at), chance)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal.detail))
  return outcome.value
}

function idsOf(status: 'ok' | 'flagged' | 'failed', bundle: unknown, noted: Noted = {}): readonly string[] {
  return verifyBundle(bundle, noted).flatMap(check => (check.status === status ? [check.id] : []))
}

describe('V1: an honest bundle', () => {
  test('passes every check', () => {
    const noted = { root: BY_BEACON.freeze.root, digest: BY_BEACON.resultDigest }
    expect(
      verifyBundle(JSON.parse(JSON.stringify(BY_BEACON)), noted).map(({ id, status }) => [id, status]),
    ).toEqual(
      [
        'shape',
        'list',
        'times',
        'chain',
        'count',
        'root',
        'beacon',
        'exclusions',
        'seed',
        'order',
        'results',
        'digest',
        'noted-root',
        'noted-digest',
      ].map(id => [id, 'ok']),
    )
  })

  test('passes whatever the round', () => {
    fc.assert(
      fc.property(anyDraw, ({ frozen, chance }) => {
        const outcome = runDraw(frozen, chance)
        expect(outcome.ok && idsOf('failed', outcome.value)).toEqual([])
      }),
    )
  })
})

describe('people are told', () => {
  test('A69: when the secret took the beacon’s place, with the claim and where to compare', () => {
    expect(idsOf('flagged', BY_SECRET)).toContain('beacon')
    const words = verifyBundle(BY_SECRET).find(({ id }) => id === 'beacon')?.words
    expect(words).toContain(FALLBACK.claimedAt)
    expect(words).toContain(`${OPEN_ROUND.commitment.chain.hash}/public/1000`)
  })

  test('when entries were passed over', () => {
    expect(idsOf('flagged', BY_SECRET)).toContain('exclusions')
  })

  const beacon = testBeacon('demo', { genesis: OPEN_ROUND.commitment.chain.genesis, period: 3 })
  const later = { publishedAt: '2023-08-23T15:00:00.001Z' }
  test.each<[string, Partial<OpenRound>, string]>([
    ['the beacon is not drand’s', commit({ chain: beacon.chain }), 'chain'],
    ['the commitment came after the close', commit(later), 'times'],
    ['the beacon came after the hour of the results', { drawAt: '2023-08-23T15:30:00.000Z' }, 'times'],
  ])('when %s', (_name, change, id) => {
    const chance = { beacon: id === 'chain' ? beacon.sign(1000) : ROUND_1000, exclusions: [] }
    const bundle = draw(chance, { round: { ...OPEN_ROUND, ...change }, at: '2023-08-23T15:10:00.000Z' })
    expect(idsOf('flagged', bundle)).toEqual([id])
    expect(idsOf('failed', bundle)).toEqual([])
  })

  function commit(change: Partial<OpenRound['commitment']>): Partial<OpenRound> {
    return { commitment: { ...OPEN_ROUND.commitment, ...change } }
  }
})

describe('A67, A69: tampering', () => {
  const beaconPaths = pathsOf(BY_BEACON).filter(([field]) => field === 'beacon' || field === 'commitment')

  test.each([
    ['drawn by the secret', BY_SECRET, pathsOf(BY_SECRET)],
    ['drawn by the beacon', BY_BEACON, beaconPaths],
  ])('any change of a bundle %s is detected', (_name, bundle, paths) => {
    for (const path of paths)
      for (const changed of changesAt(bundle, path))
        expect([path, idsOf('failed', changed)]).not.toEqual([path, []])
  })

  // Words about an outage or an exclusion: only a digest noted at the announcement holds the city to them, so they are flagged.
  const CLAIMS = /^(beacon\.(reason|claimedAt)|exclusions\.\d+\.(reason|at))$/

  test.each([
    ['drawn by the secret', BY_SECRET, pathsOf(BY_SECRET)],
    ['drawn by the beacon', BY_BEACON, beaconPaths],
  ])(
    'of a bundle %s is detected though the digest is made anew, but for flagged claims',
    (_name, bundle, paths) => {
      for (const path of paths.filter(([field]) => field !== 'resultDigest'))
        for (const changed of changesAt(bundle, path)) {
          const forged = withNewDigest(changed)
          if (!forged) continue
          if (idsOf('failed', forged).length > 0) continue
          expect(path.join('.')).toMatch(CLAIMS)
          expect(idsOf('flagged', forged).length).toBeGreaterThan(0)
          expect(idsOf('failed', forged, { digest: bundle.resultDigest })).toEqual(['noted-digest'])
        }
    },
  )

  test('a draw made wholly anew is detected by a root noted at the freeze', () => {
    const forged = draw({ beacon: ROUND_1000, exclusions: [] }, { entries: ENTRIES.slice(1) })
    expect(idsOf('failed', forged)).toEqual([])
    expect(idsOf('failed', forged, { root: BY_BEACON.freeze.root })).toEqual(['noted-root'])
  })

  test.each<[string, Partial<DrawBundle>, readonly string[]]>([
    ['swapped winners', { results: swapOutcomes() }, ['results']],
    ['swapped places', { results: BY_BEACON.results.toReversed() }, ['order', 'results']],
    ['another seed', { seed: 'ab'.repeat(32) }, ['seed', 'order', 'results']],
    ['another rule', { rule: { ...BY_BEACON.rule, winsPerMonth: null } }, ['root']],
    ['a removed entry', { entries: BY_BEACON.entries.slice(1) }, ['count', 'root', 'order', 'results']],
  ])('%s: the first failed check shows where', (_name, change, ids) => {
    expect(idsOf('failed', withNewDigest({ ...BY_BEACON, ...change }))).toEqual(ids)
  })

  test.each<[string, Partial<DrawBundle>]>([
    ['an entry twice', { entries: [...BY_BEACON.entries.slice(0, 1), ...BY_BEACON.entries] }],
    ['a wish for an unknown listing', { listings: BY_BEACON.listings.slice(0, 1) }],
    ['a wish outside the dates', { dates: { first: '2023-09-22', last: '2023-09-22' } }],
    ['dates of two months', { dates: { first: '2023-09-21', last: '2023-10-01' } }],
    ['more wishes than allowed', { rule: { ...BY_BEACON.rule, maxWishes: 1 } }],
    [
      'two counts of earlier wins',
      { entries: BY_BEACON.entries.map((row, index) => ({ ...row, entrant: entrant(7), priorWins: index })) },
    ],
    ['a wish that ends before it begins', wishing(wish('hall', '10:00', '09:00'))],
    ['a wish for no time at all', wishing(wish('hall', '10:00', '10:00'))],
  ])('a list with %s is refused before anything is computed from it', (_name, change) => {
    expect(idsOf('failed', { ...BY_BEACON, ...change })).toEqual(['list'])
  })

  test.each([
    ['null', null],
    ['a list', []],
    ['text', 'bundle'],
    ['nothing', {}],
    ['a bundle with something more', { ...BY_BEACON, note: 'x' }],
  ])('%s is no bundle', (_name, input) => {
    expect(idsOf('failed', input)).toEqual(['shape'])
  })

  function wishing(only: DrawEntry['wishes'][number]): Partial<DrawBundle> {
    return { entries: [entry(1, { wishes: [only] })] }
  }

  function swapOutcomes(): DrawBundle['results'] {
    const [won, lost] = ['won', 'lost'].map(outcome =>
      BY_BEACON.results.find(result => result.outcome === outcome),
    )
    if (!won || !lost) throw new Error('the round has a winner and a loser')
    const as = (place: typeof won, fate: typeof won) => ({
      ...fate,
      entryId: place.entryId,
      position: place.position,
    })
    return BY_BEACON.results.map(result =>
      result === won ? as(won, lost) : result === lost ? as(lost, won) : result,
    )
  }
})

/** What a forger can do: the digest fits again. Null where the form is gone and no digest could make it a bundle. */
function withNewDigest(changed: unknown): DrawBundle | null {
  const parsed = DrawBundle.safeParse(changed)
  if (!parsed.success) return null
  const { resultDigest: _, ...rest } = parsed.data
  return { ...rest, resultDigest: digestOf(rest) }
}
