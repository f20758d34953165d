import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { expect, test } from 'vitest'
import type { Bookable } from '../api/bookable.ts'
import { bookedIn, withOwn } from './own-times.ts'
import { endChoices, slotsOf, stillFree } from './range.ts'

const venue = demoVenue()

function roomOf(spaceId: string): Bookable {
  const space = venue.spaces.find(one => one.spaceId === spaceId)
  const [listing] = space?.listings ?? []
  if (!space || !listing) throw new Error('no such room')
  return { venue, space, listing }
}

test('M13, M30: one’s own booking shows in its room, the whole around it and its parts, on its day only', () => {
  const booking = { venueId: 'kokaido', spaceId: 'hall', date: '2024-12-01', from: '10:00', to: '11:00' }
  const half = { ...booking, spaceId: 'hall-a' }
  const seen = (one: typeof booking, room: string, date = '2024-12-01') =>
    bookedIn([one], roomOf(room), date).length === 1
  expect([seen(booking, 'hall'), seen(booking, 'hall-b'), seen(half, 'hall')]).toEqual([true, true, true])
  expect([seen(half, 'hall-b'), seen(booking, 'yoshitsu'), seen(booking, 'hall', '2024-12-02')]).toEqual([
    false,
    false,
    false,
  ])
})

test('M30: one’s own time can be kept, lengthened and shortened in a move, and nowhere else; other people’s never', () => {
  const slots = slotsOf('09:00', 'oxxoxr')
  const own = [{ from: '09:30', to: '10:30' }]
  const limits = { minMinutes: 30 }
  const moving = withOwn(slots, own, { free: true })
  expect(moving.map(slot => slot.mark).join('')).toBe('ooooxr')
  expect(moving.map(slot => slot.own === true)).toEqual([false, true, true, false, false, false])
  expect(endChoices(moving, '09:00', limits)).toEqual(['09:30', '10:00', '10:30', '11:00'])
  const looking = withOwn(slots, own)
  expect(looking.map(slot => slot.mark).join('')).toBe('oxxoxr')
  expect(stillFree(looking, own[0], limits)).toBeUndefined()
  expect(withOwn(slots, [{ from: '11:30', to: '12:00' }], { free: true })).toEqual(slots)
})
