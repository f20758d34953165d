import { expect, test } from 'vitest'
import { adultFrom, isPossibleBirthDate } from './age.ts'

test.each([
  ['2006-12-01', '2024-12-01'],
  ['1989-01-07', '2007-01-07'],
  ['2006-02-28', '2024-02-28'],
  ['2008-02-29', '2026-03-01'],
  ['1932-02-29', '1950-03-01'],
])('M15: born %s, adult from %s', (born, adult) => {
  expect(adultFrom(born)).toBe(adult)
})

test.each([
  ['2024-12-01', true],
  ['2024-12-02', false],
  ['1894-12-02', true],
  ['1894-12-01', false],
])('A5: on 2024-12-01 the birth date %s is possible: %s', (born, possible) => {
  expect(isPossibleBirthDate(born, '2024-12-01')).toBe(possible)
})
