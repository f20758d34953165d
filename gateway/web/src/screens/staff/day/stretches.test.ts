import type { StaffOccupancy } from '@asaichi/contract/reservation/staff.ts'
import { expect, test } from 'vitest'
import { boundsOf, stretchesOf } from './stretches.ts'

const HOURS = { opens: '09:00', closes: '12:00' }
const WHOLE = { spaceId: 'hall', parts: ['a', 'b'] }

function occupancy(spaceId: string, from: string, to: string): StaffOccupancy {
  return {
    occupancyId: `${spaceId}-${from}`,
    spaceIds: [spaceId],
    kind: 'city-use',
    startsAt: `2026-12-01T00:00:00.000Z`,
    endsAt: `2026-12-01T01:00:00.000Z`,
    from,
    to,
    since: '2026-11-01T00:00:00.000Z',
    reservation: null,
    reason: null,
    reopensAt: null,
  }
}

const spans = (spaces: readonly StaffOccupancy[], room: { spaceId: string; parts: string[] } = WHOLE) =>
  stretchesOf(room, spaces, HOURS).map(({ from, to, occupancies }) => `${from}-${to} ${occupancies.length}`)

test.each([
  ['nothing', [], ['09:00-12:00 0']],
  [
    'one of its own',
    [occupancy('hall', '10:00', '11:00')],
    ['09:00-10:00 0', '10:00-11:00 1', '11:00-12:00 0'],
  ],
  [
    'its parts at once',
    [occupancy('a', '09:00', '10:30'), occupancy('b', '10:00', '11:00')],
    ['09:00-11:00 2', '11:00-12:00 0'],
  ],
  [
    'neighbours',
    [occupancy('a', '10:00', '11:00'), occupancy('b', '11:00', '12:00')],
    ['09:00-10:00 0', '10:00-11:00 1', '11:00-12:00 1'],
  ],
] as const)('T4, M13: a whole with %s', (_, occupancies, expected) => {
  expect(spans(occupancies)).toEqual(expected)
})

test('T4: another room is not shown', () => {
  expect(spans([occupancy('elsewhere', '10:00', '11:00')])).toEqual(['09:00-12:00 0'])
})

test('T4: what lies outside the hours widens the day', () => {
  expect(boundsOf(HOURS, [occupancy('a', '08:00', '13:00')])).toEqual({ opens: '08:00', closes: '13:00' })
  expect(boundsOf(null, [])).toEqual({ opens: '09:00', closes: '21:00' })
})
