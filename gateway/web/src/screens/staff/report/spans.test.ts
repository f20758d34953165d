import { expect, test } from 'vitest'
import { monthsOf, type SpanName } from './spans.ts'

test.for<readonly [today: string, name: SpanName, from: string, to: string]>([
  ['2026-12-27', 'this-month', '2026-12', '2026-12'],
  ['2027-01-04', 'last-month', '2026-12', '2026-12'],
  ['2027-03-31', 'this-year', '2026-04', '2027-03'],
  ['2027-04-01', 'this-year', '2027-04', '2028-03'],
  ['2027-03-31', 'last-year', '2025-04', '2026-03'],
  ['2028-02-29', 'last-year', '2026-04', '2027-03'],
])('T11: on %s %s is %s to %s', ([today, name, from, to]) => {
  expect(monthsOf(name, today)).toEqual({ from, to })
})
