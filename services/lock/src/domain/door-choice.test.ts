import { expect, test } from 'vitest'
import { doorsFor, spacesMeeting } from './door-choice.ts'

const venue = {
  doors: [
    { lockId: 'entrance', opens: [] },
    { lockId: 'room-1', opens: ['room-1'] },
    { lockId: 'corridor', opens: ['room-1', 'hall-a'] },
    { lockId: 'hall-b', opens: ['hall-b'] },
  ],
  parts: { hall: ['hall-a', 'hall-b'], 'room-1': [] },
}

test.each([
  ['a room', 'room-1', ['entrance', 'room-1', 'corridor']],
  ['a hall by the doors of its parts', 'hall', ['entrance', 'corridor', 'hall-b']],
  ['a half of the hall, not the other', 'hall-b', ['entrance', 'hall-b']],
  ['a room without a lock by the entrance', 'room-9', ['entrance']],
])('M26: %s', (_name, spaceId, lockIds) => {
  expect(doorsFor(spaceId, venue).map(door => door.lockId)).toEqual(lockIds)
})

test('a venue without locks has no doors to open', () => {
  expect(doorsFor('room-1', { doors: [], parts: {} })).toEqual([])
})

test.each([
  ['hall', ['hall', 'hall-a', 'hall-b']],
  ['hall-a', ['hall', 'hall-a']],
  ['room-1', ['room-1']],
])('M13, G9: %s meets %j', (spaceId, meeting) => {
  const parts = { hall: ['hall-a', 'hall-b'], 'hall-a': [], 'hall-b': [], 'room-1': [] }
  expect(spacesMeeting(spaceId, parts).toSorted()).toEqual(meeting)
})
