import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, percentile, spread } from './statistics.ts'

const numbers = fc.array(fc.integer(), { minLength: 1 })

test.each([
  [[3], 3],
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle)
})

test('no values have no median', () => {
  expect(median([])).toBeNaN()
})

test('half of the values lie on either side of the median', () => {
  fc.assert(
    fc.property(numbers, values => {
      const middle = median(values)
      expect(values.filter(value => value <= middle).length * 2).toBeGreaterThanOrEqual(values.length)
      expect(values.filter(value => value >= middle).length * 2).toBeGreaterThanOrEqual(values.length)
    }),
  )
})

test.each([
  [0.5, 50],
  [0.99, 99],
  [1, 100],
  [0, 1],
])('of 1 to 100 the percentile at %d is %d', (share, value) => {
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => 100 - index),
      share,
    ),
  ).toBe(value)
})

test('a percentile is one of the values, and its share of them do not exceed it', () => {
  fc.assert(
    fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const found = percentile(values, share)
      expect(values).toContain(found)
      expect(values.filter(value => value <= found).length).toBeGreaterThanOrEqual(
        Math.floor(values.length * share),
      )
    }),
  )
})

test('the spread is the least and the most', () => {
  expect(spread([2, 3, 1])).toEqual({ least: 1, most: 3 })
})
