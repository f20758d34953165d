import { expect, test } from 'vitest'
import { reminderAt } from './reminder.ts'

test.for([
  { useDate: '2024-12-01', at: '2024-11-30T00:00:00.000Z' },
  { useDate: '2025-01-01', at: '2024-12-31T00:00:00.000Z' },
  { useDate: '2024-03-01', at: '2024-02-29T00:00:00.000Z' },
])('mail L: a use on $useDate is reminded of at 9 of the morning before', ({ useDate, at }) => {
  expect(reminderAt(useDate)).toBe(at)
})
