import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBuckets } from './rate-limit.ts'

test('a burst is granted, then one for each passing share of a second', () => {
  let nowMs = 0
  const buckets = createBuckets({ perSecond: 10, burst: 3, nowMs: () => nowMs })
  expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1])
  nowMs = 99
  expect(buckets.take('a')).toBe(1)
  nowMs = 200
  expect(buckets.take('a')).toBe(0)
  expect(buckets.take('b')).toBe(0)
})

test('the wait named is long enough, and rounded up to whole seconds', () => {
  let nowMs = 0
  const buckets = createBuckets({ perSecond: 0.25, burst: 1, nowMs: () => nowMs })
  expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 4])
  nowMs = 4_000
  expect(buckets.take('a')).toBe(0)
})

test('in any span no key is granted more than its burst and its rate', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { maxLength: 200 }), pauses => {
      let nowMs = 0
      const buckets = createBuckets({ perSecond: 5, burst: 4, nowMs: () => nowMs })
      const granted = pauses.filter(pause => {
        nowMs += pause
        return buckets.take('a') === 0
      })
      expect(granted.length).toBeLessThanOrEqual(4 + (nowMs / 1000) * 5 + 1e-6)
    }),
  )
})

test('keys are bounded: the one longest unused is forgotten', () => {
  const buckets = createBuckets({ perSecond: 1, burst: 1, nowMs: () => 0, mostKeys: 2 })
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(key => buckets.take(key))).toEqual([0, 0, 1, 0, 1, 0])
})
