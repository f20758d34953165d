import { seededChance } from '@asaichi/testkit/chance/seeded-chance.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterWrongEntry, type EntryPause, holdMs, noWrongEntries, pauseLeftMs } from './entry-pause.ts'

const MINUTE_MS = 60_000

function afterWrongEntries(state: EntryPause, times: number, atMs: number): EntryPause {
  return Array.from({ length: times }).reduce<EntryPause>(each => afterWrongEntry(each, atMs), state)
}

test('four wrong entries pause nothing, the fifth within ten minutes pauses for 60 s', () => {
  const four = afterWrongEntries(noWrongEntries, 4, 0)
  expect(holdMs(four, 0)).toBe(0)
  const five = afterWrongEntry(four, 10 * MINUTE_MS - 1)
  expect(pauseLeftMs(five, 10 * MINUTE_MS - 1)).toBe(60_000)
  expect(holdMs(five, 11 * MINUTE_MS - 2)).toBe(1)
  expect(holdMs(five, 11 * MINUTE_MS - 1)).toBe(0)
})

test('wrong entries older than ten minutes are forgotten', () => {
  const five = afterWrongEntry(afterWrongEntries(noWrongEntries, 4, 0), 10 * MINUTE_MS)
  expect(holdMs(five, 10 * MINUTE_MS)).toBe(0)
})

test('pauses grow: 60 s, 5 min, 15 min, and stay at 15 min', () => {
  let state = noWrongEntries
  let atMs = 0
  const lengths = [1, 2, 3, 4].map(() => {
    state = afterWrongEntries(state, 5, atMs)
    const length = pauseLeftMs(state, atMs)
    atMs = state.untilMs
    return length
  })
  expect(lengths).toEqual([1, 5, 15, 15].map(minutes => minutes * MINUTE_MS))
})

test('A87: in a pause an entry waits 20 s, and never longer than the pause', () => {
  const paused = afterWrongEntries(noWrongEntries, 5, 0)
  expect(holdMs(paused, 0)).toBe(20_000)
  expect(holdMs(paused, 40_000)).toBe(20_000)
  expect(holdMs(paused, 55_000)).toBe(5_000)
})

/** Guesses one after the other, each so long after the last was judged; how many were judged by then. */
function guess(restsMs: readonly number[], untilMs: number): number {
  let [state, judged, atMs] = [noWrongEntries, 0, 0]
  for (let round = 0; ; round += 1) {
    atMs += restsMs[round % restsMs.length] ?? 0
    atMs += holdMs(state, atMs)
    if (atMs > untilMs) return judged
    judged += 1
    state = afterWrongEntry(state, atMs)
  }
}

test('A87, property: however a guesser rests, at most 15 entries and 3 a minute are judged', () => {
  const rest = fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 16 * MINUTE_MS }))
  fc.assert(
    fc.property(
      fc.array(rest, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 600 }),
      (rests, minutes) => guess(rests, minutes * MINUTE_MS) <= 15 + 3 * minutes,
    ),
  )
})

test('A87: a guesser without rest finds one of three codes in under 0.066 % of hours', () => {
  const [codes, live] = [896_814, 3]
  expect(guess([1], 60 * MINUTE_MS)).toBeLessThanOrEqual(195)
  expect((guess([1], 60 * MINUTE_MS) * live) / codes).toBeLessThan(0.000_66)
  // 4,000 nights of ten hours, with digits from a seed: about 26 open.
  const chance = seededChance(87)
  const tries = guess([1], 600 * MINUTE_MS)
  const nights = Array.from({ length: 4_000 }, () =>
    Array.from({ length: tries }, () => Math.floor(chance() * codes)).some(tried => tried < live),
  )
  const share = nights.filter(Boolean).length / nights.length
  expect(share).toBeLessThan(0.01)
})
