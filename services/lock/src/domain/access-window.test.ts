import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accessWindow, type Booked, cutAt, lifeOf } from './access-window.ts'

const booked = { startsAt: '2024-12-01T00:00:00.000Z', endsAt: '2024-12-01T02:00:00.000Z' }

test.each([
  [{ before: 0, after: 0 }, '2024-12-01T00:00:00.000Z', '2024-12-01T02:00:00.000Z'],
  [{ before: 15, after: 0 }, '2024-11-30T23:45:00.000Z', '2024-12-01T02:00:00.000Z'],
  [{ before: 0, after: 720 }, '2024-12-01T00:00:00.000Z', '2024-12-01T14:00:00.000Z'],
])('G9: with margins %o a code is valid from %s to %s', (margin, from, to) => {
  expect(accessWindow(booked, margin)).toEqual({ from, to })
})

const half = (step: number) => new Date(Date.UTC(2024, 11, 1) + step * 1_800_000).toISOString()
const room = fc
  .array(fc.record({ gap: fc.nat(2), steps: fc.integer({ min: 1, max: 4 }) }), {
    minLength: 2,
    maxLength: 12,
  })
  .map(uses => {
    let at = 0
    return uses.map(({ gap, steps }): Booked => {
      const start = at + gap
      at = start + steps
      return { startsAt: half(start), endsAt: half(at) }
    })
  })
const minutes = fc.integer({ min: 0, max: 120 })

test('G9: in whatever order a room’s bookings are approved, no two codes open at once, and each opens in its own time', () => {
  fc.assert(
    fc.property(
      room.chain(uses => fc.shuffledSubarray(uses, { minLength: uses.length })),
      fc.record({ before: minutes, after: minutes }),
      (uses, margin) => {
        const open = new Map<Booked, ReturnType<typeof accessWindow>>()
        for (const use of uses) {
          for (const [other, window] of open)
            open.set(other, cutAt(window, { booked: other, neighbour: use, margin }))
          open.set(use, accessWindow(use, margin, [...open.keys()]))
        }
        for (const [use, { from, to }] of open) {
          expect(from <= use.startsAt && use.endsAt <= to).toBe(true)
          for (const [other, theirs] of open)
            if (other !== use) expect(to <= theirs.from || from >= theirs.to).toBe(true)
        }
      },
    ),
  )
})

test('V5: 7 days ahead on the lock, digits for a day after the end, the hash for 90', () => {
  expect(lifeOf({ from: booked.startsAt, to: booked.endsAt })).toEqual({
    entersHorizonAt: '2024-11-24T00:00:00.000Z',
    endsAt: '2024-12-01T02:00:00.000Z',
    destroyedAt: '2024-12-02T02:00:00.000Z',
    forgottenAt: '2025-03-01T02:00:00.000Z',
  })
})
