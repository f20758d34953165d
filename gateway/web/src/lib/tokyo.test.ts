import { expect, test } from 'vitest'
import { dateAt, endAt, timeAt } from './tokyo.ts'

test.each([
  ['2024-11-02T22:00:00.000Z', '2024-11-03', '07:00'],
  ['2024-12-31T15:00:00.000Z', '2025-01-01', '00:00'],
  ['2024-12-31T14:59:59.999Z', '2024-12-31', '23:59'],
])('M18: %s is %s %s in the city', (instant, date, time) => {
  expect([dateAt(instant), timeAt(instant)]).toEqual([date, time])
})

test.each([
  ['2024-12-31T15:00:00.000Z', '2024-12-31', '24:00'],
  ['2024-12-31T14:59:00.000Z', '2024-12-31', '23:59'],
  ['2024-11-02T22:00:00.000Z', '2024-11-03', '07:00'],
])('M18: what ends at %s ends on %s at %s', (instant, date, time) => {
  expect(endAt(instant)).toEqual({ date, time })
})
