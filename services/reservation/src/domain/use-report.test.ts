import { GRID_MINUTES, timeOf } from '@asaichi/calendar/grid.ts'
import { monthDates } from '@asaichi/calendar/local-date.ts'
import { ReservationStatus } from '@asaichi/contract/reservation/reservation.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counted, hoursUsed, purposesUsed, roomUses } from './use-report.ts'

const venue = demoVenue()
const [space] = venue.spaces
const ROOM = {
  venueId: venue.venueId,
  venueName: venue.name,
  spaceId: space?.spaceId ?? '',
  spaceName: space?.name ?? '',
}
const TWO = { bookings: 2, people: 30, charged: 1_200, paid: 600 }
const MORNING: Counted = {
  ...ROOM,
  ...TWO,
  status: 'used',
  from: '09:00',
  to: '11:30',
  purposeId: null,
  purposeName: null,
}
const dates = monthDates('2024-12')

function roomOf(counted: readonly Counted[], spaceId = ROOM.spaceId) {
  return roomUses([venue], dates, counted).find(room => room.spaceId === spaceId)
}

test('T11: every room has a line, also where nothing was booked', () => {
  const rooms = roomUses([venue], dates, [])
  expect(rooms.map(room => room.spaceId)).toEqual(venue.spaces.map(each => each.spaceId))
  expect(rooms.map(room => room.usedMinutes + room.bookings + room.charged)).toEqual(rooms.map(() => 0))
})

test('T11: a room is open as long as its venue is, closures left out', () => {
  const open = roomOf([])?.openMinutes ?? 0
  const shut = { ...venue, closures: [{ from: '2024-12-01', to: '2024-12-31', reason: '工事' }] }
  expect(open).toBeGreaterThan(0)
  expect(roomUses([shut], dates, []).map(room => room.openMinutes)).toEqual(venue.spaces.map(() => 0))
})

test('T11: what is approved or used is use, with its hours; what ended otherwise is counted by its end', () => {
  const room = roomOf([
    MORNING,
    { ...MORNING, status: 'approved', from: '13:00', to: '14:00', bookings: 1, people: 8 },
    { ...MORNING, status: 'cancelled', bookings: 3, charged: 0, paid: 0 },
    { ...MORNING, status: 'pending', bookings: 4, charged: 0, paid: 0 },
  ])
  expect(room).toMatchObject({
    usedMinutes: 2 * 150 + 60,
    bookings: 3,
    people: 38,
    cancelled: 3,
    pending: 4,
    refused: 0,
    expired: 0,
    charged: 2_400,
    paid: 1_200,
  })
})

test('T11: a room that the city has no more keeps its bookings, and was open for no time that is known', () => {
  const gone = { ...MORNING, spaceId: 'gone', spaceName: '旧館 和室' }
  expect(roomOf([gone], 'gone')).toMatchObject({ spaceName: '旧館 和室', openMinutes: 0, bookings: 2 })
})

test('T11: a use is in the hours that it takes, in part too', () => {
  const hours = hoursUsed([MORNING, { ...MORNING, status: 'refused' }])
  expect(hours.slice(8, 13)).toEqual([0, 120, 120, 60, 0])
})

test('T11, M24: what the rooms were used for has a line each, the most used first, and one for where nothing was said', () => {
  const dance = { ...MORNING, purposeId: 'dance', purposeName: 'ダンス' }
  const lines = purposesUsed([
    MORNING,
    { ...dance, from: '13:00', to: '14:00' },
    { ...dance, from: '18:00', to: '21:00', status: 'approved' },
    { ...dance, status: 'cancelled' },
  ])
  expect(lines).toEqual([
    { purposeId: 'dance', name: 'ダンス', usedMinutes: 480, bookings: 4, people: 60 },
    { purposeId: null, name: null, usedMinutes: 300, bookings: 2, people: 30 },
  ])
  expect(purposesUsed([MORNING, { ...dance, status: 'cancelled' }])).toEqual([])
})

test('T11, property: the hours of the day and the rooms sum up to the same use, and no booking is lost', () => {
  const counted = fc
    .record({
      spaceId: fc.constantFrom(...venue.spaces.map(each => each.spaceId), 'gone'),
      status: fc.constantFrom(...ReservationStatus.options),
      bookings: fc.integer({ min: 1, max: 900 }),
      purposeId: fc.constantFrom('dance', 'talk', null),
      times: fc.uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 2, maxLength: 2 }),
    })
    .map(({ spaceId, status, bookings, purposeId, times }): Counted => {
      const [from = 0, to = 0] = times.toSorted((a, b) => a - b).map(slot => slot * GRID_MINUTES)
      return { ...MORNING, spaceId, status, bookings, purposeId, from: timeOf(from), to: timeOf(to) }
    })
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 60 }), all => {
      const rooms = roomUses([venue], dates, all)
      const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
      const ends = rooms.flatMap(room => [
        room.bookings,
        room.pending,
        room.refused,
        room.cancelled,
        room.expired,
      ])
      expect(sum(hoursUsed(all))).toBe(sum(rooms.map(room => room.usedMinutes)))
      const purposes = purposesUsed(all)
      if (purposes.length > 0)
        expect(sum(purposes.map(purpose => purpose.usedMinutes))).toBe(sum(hoursUsed(all)))
      expect(sum(ends)).toBe(sum(all.map(each => each.bookings)))
    }),
  )
})
