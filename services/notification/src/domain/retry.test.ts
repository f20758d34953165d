import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterFailure, MOST_TRIES } from './retry.ts'

test('I6: a mail is tried again after 1 s, doubling up to 5 minutes, and given up after try 15', () => {
  const delays = Array.from({ length: MOST_TRIES }, (_, index) => afterFailure(index + 1))
  expect(delays.map(next => (next.status === 'waiting' ? next.delayMs / 1000 : 'failed'))).toEqual([
    1,
    2,
    4,
    8,
    16,
    32,
    64,
    128,
    256,
    300,
    300,
    300,
    300,
    300,
    'failed',
  ])
})

test('I6: no try count waits longer than 5 minutes or less than a second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), attempts => {
      const next = afterFailure(attempts)
      return next.status === 'failed'
        ? attempts >= MOST_TRIES
        : next.delayMs >= 1_000 && next.delayMs <= 300_000
    }),
  )
})
