import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { LineFacts, Won } from './line.ts'
import { isLive } from './reservation.ts'

/** M30: until the use begins; what has begun can only be ended (M29). */
export function isMovable(
  { status, startsAt }: Pick<Reservation, 'status' | 'startsAt'>,
  now: string,
): boolean {
  return isLive(status) && now < startsAt
}

/** The day as it is for a booking that leaves its place: its own time, its place in the quota (G2) and in G3 stand in nobody's way. */
export function withoutBooking(
  line: LineFacts,
  { personId, reservationId }: Pick<Reservation, 'personId' | 'reservationId'>,
): LineFacts {
  const person = line.persons.get(personId)
  const own = line.ownTimes.get(personId) ?? []
  return {
    ...line,
    occupied: line.occupied.filter(each => each.holder?.reservationId !== reservationId),
    persons: person
      ? new Map([...line.persons, [personId, { ...person, live: person.live - 1 }]])
      : line.persons,
    ownTimes: new Map([
      ...line.ownTimes,
      [personId, own.filter(each => each.reservationId !== reservationId)],
    ]),
  }
}

type Before = Pick<Reservation, 'status' | 'listingId' | 'startsAt' | 'endsAt' | 'options'>

/**
 * M30, G12: whether the moved booking is 予約確定 at once. Where the system approves, always; otherwise it must have been approved
 * before, and either the city keeps approvals within a venue and a kind of use, or the booking only became shorter
 * and has no more options (G10).
 */
export function keepsApproval(
  { approval, moveApproval }: Pick<CityPolicy, 'approval' | 'moveApproval'>,
  old: Before,
  { bookable: { venue, listing }, booking }: Pick<Won, 'bookable' | 'booking'>,
): boolean {
  if (approval === 'automatic') return true
  if (old.status !== 'approved') return false
  const isShorter =
    old.listingId === listing.listingId &&
    old.startsAt <= booking.startsAt &&
    booking.endsAt <= old.endsAt &&
    (booking.options ?? []).every(({ optionId, count }) => count <= countOf(old, optionId))
  const before = venue.spaces.flatMap(space => space.listings).find(each => each.listingId === old.listingId)
  return isShorter || (moveApproval === 'kept' && before?.use === listing.use)
}

function countOf({ options = [] }: Before, optionId: string): number {
  return options.find(each => each.optionId === optionId)?.count ?? 0
}
