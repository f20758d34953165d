import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterWrongEntry, type EntryPause, isPaused, noWrongEntries, pauseLeftMs } from './entry-pause.ts'

const MINUTE_MS = 60_000

function afterWrongEntries(state: EntryPause, times: number, atMs: number): EntryPause {
  return Array.from({ length: times }).reduce<EntryPause>(each => afterWrongEntry(each, atMs), state)
}

test('four wrong entries pause nothing, the fifth within ten minutes pauses for 60 s', () => {
  const four = afterWrongEntries(noWrongEntries, 4, 0)
  expect(isPaused(four, 0)).toBe(false)
  const five = afterWrongEntry(four, 10 * MINUTE_MS - 1)
  expect(pauseLeftMs(five, 10 * MINUTE_MS - 1)).toBe(60_000)
  expect(isPaused(five, 11 * MINUTE_MS - 2)).toBe(true)
  expect(isPaused(five, 11 * MINUTE_MS - 1)).toBe(false)
})

test('wrong entries older than ten minutes are forgotten', () => {
  const five = afterWrongEntry(afterWrongEntries(noWrongEntries, 4, 0), 10 * MINUTE_MS)
  expect(isPaused(five, 10 * MINUTE_MS)).toBe(false)
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

test('property: in any 30 minutes of trying without rest at most 20 entries are judged', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), stepMs => {
      let state = noWrongEntries
      let judged = 0
      for (let atMs = 0; atMs < 30 * MINUTE_MS; atMs += stepMs) {
        if (isPaused(state, atMs)) {
          atMs = Math.max(atMs, state.untilMs - stepMs)
          continue
        }
        judged += 1
        state = afterWrongEntry(state, atMs)
      }
      return judged <= 20
    }),
  )
})
