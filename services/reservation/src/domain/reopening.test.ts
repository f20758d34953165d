import { demoCity } from '@asaichi/testkit/demo-city.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reopensAt } from './reopening.ts'

const { policy } = demoCity({ cityId: 'mitaka' })

test.each([
  ['the next 07:00', '2024-11-20T03:00:00.000Z', '2024-11-20T22:00:00.000Z'],
  [
    'the 07:00 of tomorrow when freed at 07:00 itself',
    '2024-11-19T22:00:00.000Z',
    '2024-11-20T22:00:00.000Z',
  ],
  ['today’s 07:00 when freed at 06:59', '2024-11-19T21:59:00.000Z', '2024-11-19T22:00:00.000Z'],
])('G4: a freed slot reopens at %s', (_, freedAt, expected) => {
  expect(reopensAt(policy, { startsAt: '2024-12-01T00:00:00.000Z', freedAt, chance: 0.5 })).toBe(expected)
})

test('G4: inside three days of use the moment is anywhere in the next hour', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999999, noNaN: true }), chance => {
      const at = reopensAt(policy, {
        startsAt: '2024-12-01T00:00:00.000Z',
        freedAt: '2024-11-28T00:00:00.000Z',
        chance,
      })
      return at >= '2024-11-28T00:00:00.000Z' && at < '2024-11-28T01:00:00.000Z'
    }),
  )
})

test('G4: a city may reopen at once', () => {
  expect(
    reopensAt(
      { ...policy, reopening: { kind: 'at-once' } },
      { startsAt: '2024-12-01T00:00:00.000Z', freedAt: '2024-11-20T00:00:00.000Z', chance: 0 },
    ),
  ).toBe('2024-11-20T00:00:00.000Z')
})
