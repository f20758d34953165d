import { expect, test } from 'vitest'
import { totalYen } from './total-yen.ts'

test.each([
  ['09:00', '09:30', 200, 200],
  ['09:00', '12:00', 200, 1_200],
  ['22:30', '24:00', 150, 450],
  ['09:00', '12:00', 0, 0],
])('M23, M14: from %s to %s at %i yen for half an hour is %i yen', (from, to, yenPerStep, yen) => {
  expect(totalYen({ yenPerStep }, { from, to })).toBe(yen)
})

test.each([
  [200, 12_000, 240],
  [150, 8_250, 123],
  [1, 9_999, 0],
  [150, 0, 0],
])('G10: %i yen for half an hour at a rate of %i is %i yen, rounded down', (yenPerStep, rate, yen) => {
  expect(totalYen({ yenPerStep }, { from: '09:00', to: '09:30' }, rate)).toBe(yen)
  expect(totalYen({ yenPerStep }, { from: '09:00', to: '12:00' }, rate)).toBe(6 * yen)
})
