import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { expect, test } from 'vitest'
import { findBookable } from './bookable.ts'
import { isMovable, keepsApproval } from './moving.ts'

const venue = demoVenue()
const at = (time: string) => `2024-12-01T${time}:00.000Z`
const approved = {
  status: 'approved',
  listingId: 'yoshitsu',
  startsAt: at('01:00'),
  endsAt: at('03:00'),
} as const

function to(listingId: string, from: string, until: string) {
  const bookable = findBookable(venue, listingId)
  if (!bookable) throw new Error('no such listing')
  return { bookable, booking: { spaceIds: [], yen: 0, startsAt: at(from), endsAt: at(until) } }
}

const shorter = to('yoshitsu', '01:30', '03:00')
const later = to('yoshitsu', '02:00', '04:00')
const otherRoom = to('hall-a', '01:00', '03:00')
const paid = to('yoshitsu-paid', '01:30', '03:00')
const elsewhere = {
  ...later,
  bookable: { ...later.bookable, venue: demoVenue({ venueId: 'annex', spaces: [] }) },
}

test.each([
  ['shorter in its room', undefined, shorter, true],
  ['shorter, but for a paid event', undefined, paid, false],
  ['later', undefined, later, false],
  ['later, where the city keeps approvals', 'kept', later, true],
  ['another room of the venue, kept', 'kept', otherRoom, true],
  ['a paid event, kept', 'kept', paid, false],
  ['another venue, kept', 'kept', elsewhere, false],
] as const)('M30: an approved booking that moves %s', (_, moveApproval, moved, kept) => {
  expect(keepsApproval({ approval: 'staff', ...(moveApproval && { moveApproval }) }, approved, moved)).toBe(
    kept,
  )
})

test('M30, G12: what was not approved is not by moving, but where the system approves', () => {
  const pending = { ...approved, status: 'pending' } as const
  expect(keepsApproval({ approval: 'staff', moveApproval: 'kept' }, pending, shorter)).toBe(false)
  expect(keepsApproval({ approval: 'automatic' }, pending, later)).toBe(true)
})

test('M30: a booking can be moved until it begins', () => {
  expect(isMovable(approved, at('00:59'))).toBe(true)
  expect(isMovable(approved, at('01:00'))).toBe(false)
  expect(isMovable({ ...approved, status: 'cancelled' }, at('00:00'))).toBe(false)
})
