import { expect, test } from 'vitest'
import type { Occupancy } from './day-slots.ts'
import { roomState } from './room-board.ts'

const DATE = '2024-12-01'
const hours = { opens: '09:00', closes: '21:00' }

function at(time: string): string {
  return new Date(`${DATE}T${time}:00.000+09:00`).toISOString()
}

function occupied(kind: Occupancy['kind'], from: string, to: string): Occupancy {
  return { kind, startsAt: at(from), endsAt: at(to) }
}

const DAY = [
  occupied('city-use', '15:00', '17:00'),
  occupied('reservation', '10:00', '12:00'),
  occupied('reopening', '13:00', '14:00'),
]

test.each([
  ['08:59', 'closed', null, '10:00'],
  ['09:00', 'free', '10:00', '10:00'],
  ['10:00', 'in-use', '12:00', '15:00'],
  ['11:59', 'in-use', '12:00', '15:00'],
  ['12:00', 'free', '15:00', '15:00'],
  ['13:30', 'free', '15:00', '15:00'],
  ['16:00', 'city-use', '17:00', undefined],
  ['20:59', 'free', '21:00', undefined],
  ['21:00', 'closed', null, undefined],
] as const)('M22: at %s the room is %s until %s, and next comes %s', (time, state, until, next) => {
  const shown = roomState(DATE, { hours, now: at(time) }, DAY)
  expect([shown.state, shown.until, shown.next?.from]).toEqual([state, until, next])
})

test('M12: a day without hours is closed', () => {
  expect(roomState(DATE, { hours: undefined, now: at('12:00') }, [])).toEqual({
    state: 'closed',
    until: null,
    next: null,
    uses: [],
  })
})
