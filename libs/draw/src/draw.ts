import { done, type Outcome, refuse } from '@asaichi/contract/define.ts'
import type { DrawBundle, FrozenRound } from '@asaichi/contract/lottery/draw-bundle.ts'
import { allocate } from './allocate.ts'
import { type Chance, checkChance } from './chance-checks.ts'
import { type Check, isFailed } from './check.ts'
import { byEntryId } from './entry-list.ts'
import { checkFrozen } from './frozen-checks.ts'
import { digestOf } from './hash.ts'
import { checkList } from './list-check.ts'
import { rankEntries } from './rank.ts'
import { seedOf } from './seed.ts'

type NotDrawable = { readonly code: 'not-drawable'; readonly detail: { readonly failed: readonly Check[] } }

/**
 * D17: the whole draw as a pure step: the same round and chance give the same bundle and digest, whoever runs it and however often.
 * It refuses what a verifier would fail: an edited list (root), a wrong or old beacon round, a secret that was not committed.
 */
export function runDraw(round: FrozenRound, given: Chance): Outcome<DrawBundle, NotDrawable> {
  const chance = { ...given, exclusions: given.exclusions.toSorted(byEntryId) }
  const checks = [checkList(round), ...checkFrozen(round), ...checkChance(round, chance)]
  const failed = checks.filter(isFailed)
  if (failed.length > 0) return refuse('not-drawable', { failed })
  const seed = seedOf(round.freeze.root, chance.beacon)
  const results = [...drawResults({ ...round, seed, exclusions: chance.exclusions })]
  const drawn = { ...round, ...chance, seed, results }
  return done({ ...drawn, resultDigest: digestOf(drawn) })
}

/** Order and allocation from a seed. */
export function drawResults(
  round: Pick<DrawBundle, 'entries' | 'rule' | 'listings' | 'roundId' | 'seed' | 'exclusions'>,
): DrawBundle['results'] {
  const excluded = new Set(round.exclusions.map(({ entryId }) => entryId))
  return [...allocate(rankEntries(round.entries, round), { ...round, excluded })]
}
