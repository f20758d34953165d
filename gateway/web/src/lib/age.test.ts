import { expect, test } from 'vitest'
import { ageOn } from './age.ts'

test.each([
  ['1980-04-02', '2026-04-01', 45],
  ['1980-04-02', '2026-04-02', 46],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2026-01-01', '2026-06-01', 0],
])('T2: who was born on %s is on %s %i years old', (birth, date, age) => {
  expect(ageOn(birth, date)).toBe(age)
})
