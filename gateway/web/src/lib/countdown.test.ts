import { expect, test } from 'vitest'
import { countdownText, milestone } from './countdown.ts'

test.each([
  [7_509_000, '2:05:09', undefined],
  [300_000, '5:00', 'five'],
  [59_001, '1:00', 'one'],
  [1, '0:01', 'one'],
  [0, '0:00', 'open'],
  [-5000, '0:00', 'open'],
])('M18: %i ms before the opening it says %s', (left, text, said) => {
  expect([countdownText(left), milestone(left)]).toEqual([text, said])
})
