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
