import { expect, test } from 'vitest'
import { accessWindow, lifeOf } from './access-window.ts'

const booked = { startsAt: '2024-12-01T00:00:00.000Z', endsAt: '2024-12-01T02:00:00.000Z' }

test.each([
  [{ before: 0, after: 0 }, '2024-12-01T00:00:00.000Z', '2024-12-01T02:00:00.000Z'],
  [{ before: 15, after: 0 }, '2024-11-30T23:45:00.000Z', '2024-12-01T02:00:00.000Z'],
  [{ before: 0, after: 720 }, '2024-12-01T00:00:00.000Z', '2024-12-01T14:00:00.000Z'],
])('G9: with margins %o a code is valid from %s to %s', (margin, from, to) => {
  expect(accessWindow(booked, margin)).toEqual({ from, to })
})

test('V5: 7 days ahead on the lock, digits for a day after the end, the hash for 90', () => {
  expect(lifeOf({ from: booked.startsAt, to: booked.endsAt })).toEqual({
    entersHorizonAt: '2024-11-24T00:00:00.000Z',
    endsAt: '2024-12-01T02:00:00.000Z',
    destroyedAt: '2024-12-02T02:00:00.000Z',
    forgottenAt: '2025-03-01T02:00:00.000Z',
  })
})
