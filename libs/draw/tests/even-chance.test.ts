import { expect, test } from 'vitest'
import { ranking } from '../src/rank.ts'
import { seedOf } from '../src/seed.ts'
import { entryId, FALLBACK, OPEN_ROUND } from './rounds.ts'

const { roundId } = OPEN_ROUND

test('Q6: chance is even: 100,000 draws of 8 equal entries, chi-square with p > 0.001', () => {
  const [draws, ids] = [100_000, Array.from({ length: 8 }, (_, index) => entryId(index))]
  const wins = ids.map(() => 0)
  for (let draw = 0; draw < draws; draw++) {
    const secret = draw.toString(16).padStart(64, '0')
    const rankOf = ranking(seedOf('ab'.repeat(32), { ...FALLBACK, secret }), roundId)
    const ranks = ids.map(rankOf)
    const first = ranks.indexOf(ranks.toSorted()[0] ?? '')
    wins[first] = (wins[first] ?? 0) + 1
  }
  const expected = draws / ids.length
  const chiSquare = wins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // 24.322 is the 0.999 quantile of chi-square with 7 degrees of freedom.
  expect(chiSquare).toBeLessThan(24.322)
})
