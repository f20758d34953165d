import { expect, test } from 'vitest'
import { Instant, LocalDate, Month, TimeOfDay } from './time.ts'

test.each([
  ['a leap day', LocalDate, '2024-02-29'],
  ['a month', Month, '2024-12'],
  ['the first minute', TimeOfDay, '00:00'],
  ['the end of the day', TimeOfDay, '24:00'],
  ['an instant', Instant, '2024-11-03T07:00:00.000Z'],
])('%s', (_what, schema, given) => {
  expect(schema.parse(given)).toBe(given)
})

test.each([
  ['a day that is not', LocalDate, '2025-02-30'],
  ['a leap day of a common year', LocalDate, '2025-02-29'],
  ['A42, P13: the year 0', LocalDate, '0000-01-01'],
  ['P1: the first year', LocalDate, '0001-01-01'],
  ['P2: the end that offices write for never', LocalDate, '9999-12-31'],
  ['month 13', Month, '2024-13'],
  ['one digit', LocalDate, '2024-1-1'],
  ['after the end of the day', TimeOfDay, '24:30'],
  ['hour 25', TimeOfDay, '25:00'],
  ['minute 60', TimeOfDay, '09:60'],
  ['one digit of an hour', TimeOfDay, '9:00'],
  ['no decimals, which would not compare as text', Instant, '2024-11-03T07:00:00Z'],
  ['six decimals', Instant, '2024-11-03T07:00:00.000000Z'],
  ['an offset', Instant, '2024-11-03T07:00:00.000+09:00'],
])('%s is refused', (_what, schema, given) => {
  expect(schema.safeParse(given).success).toBe(false)
})
