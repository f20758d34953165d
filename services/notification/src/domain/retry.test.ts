import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterFailure, FEWEST_TRIES, MOST_UNCLEAR } from './retry.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

test('I6: a mail is tried again after 1 s, doubling up to half an hour', () => {
  const delays = Array.from({ length: 14 }, (_, index) =>
    afterFailure({ attempts: index + 1, unclear: 0, leftMs: 5 * DAY_MS }),
  )
  expect(delays.map(next => (next.status === 'waiting' ? next.delayMs / 1000 : 'failed'))).toEqual([
    1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1800, 1800, 1800,
  ])
})

test('B10, I6: a mail server that is away for four days costs no mail whose fact lives longer', () => {
  let attempts = 0
  let ms = 0
  while (ms < 4 * DAY_MS) {
    attempts += 1
    const next = afterFailure({ attempts, unclear: 0, leftMs: 5 * DAY_MS - ms })
    if (next.status === 'failed') expect.unreachable(`given up after ${ms} ms`)
    else ms += next.delayMs
  }
  expect(attempts).toBeLessThan(250)
})

test('B10: tries come closer as the use does, and end with it', () => {
  const next = (leftMs: number) => afterFailure({ attempts: 40, unclear: 0, leftMs })
  expect(next(HOUR_MS / 2)).toEqual({ status: 'waiting', delayMs: HOUR_MS / 4 })
  expect(next(90_000)).toEqual({ status: 'waiting', delayMs: 60_000 })
  expect(next(0)).toEqual({ status: 'failed' })
})

test('B9: three tries of which nobody knows the end are enough', () => {
  const next = (unclear: number) => afterFailure({ attempts: unclear, unclear, leftMs: DAY_MS })
  expect(next(MOST_UNCLEAR - 1).status).toBe('waiting')
  expect(next(MOST_UNCLEAR)).toEqual({ status: 'failed' })
})

test('I6: whatever the numbers, a mail waits between a second and half an hour, and a late one gets its tries', () => {
  const numbers = fc.record({
    attempts: fc.integer({ min: 1, max: 10_000 }),
    unclear: fc.integer({ min: 0, max: MOST_UNCLEAR - 1 }),
    leftMs: fc.integer({ min: -DAY_MS, max: 90 * DAY_MS }),
  })
  fc.assert(
    fc.property(numbers, failure => {
      const next = afterFailure(failure)
      return next.status === 'failed'
        ? failure.attempts >= FEWEST_TRIES && failure.leftMs <= 0
        : next.delayMs >= 1_000 && next.delayMs <= HOUR_MS / 2
    }),
  )
})
