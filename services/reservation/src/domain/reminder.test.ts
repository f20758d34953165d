import { expect, test } from 'vitest'
import { nextWarningAt, reminderAt } from './reminder.ts'

test.for([
  { useDate: '2024-12-01', at: '2024-11-30T00:00:00.000Z' },
  { useDate: '2025-01-01', at: '2024-12-31T00:00:00.000Z' },
  { useDate: '2024-03-01', at: '2024-02-29T00:00:00.000Z' },
])('mail L: a use on $useDate is reminded of at 9 of the morning before', ({ useDate, at }) => {
  expect(reminderAt(useDate)).toBe(at)
})

test.for([
  { now: '2024-11-27T23:59:59.999Z', at: '2024-11-28T00:00:00.000Z' },
  { now: '2024-11-28T00:00:00.000Z', at: '2024-11-29T00:00:00.000Z' },
  { now: '2024-11-28T14:59:00.000Z', at: '2024-11-29T00:00:00.000Z' },
  { now: '2024-11-28T15:00:00.000Z', at: '2024-11-29T00:00:00.000Z' },
])('mail N: after $now the office is warned next at $at', ({ now, at }) => {
  expect(nextWarningAt(now)).toBe(at)
})
