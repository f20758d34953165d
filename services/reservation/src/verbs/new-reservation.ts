import type { Won } from '../domain/line.ts'
import type { StoredReservation } from '../store/reservations.ts'

/** An accepted press as it begins: 承認待ち, and nobody has answered it. */
export function newReservation({ attempt, bookable, booking }: Won, now: string): StoredReservation {
  const { venue, space, listing } = bookable
  const { date, from, to, eventName, people, note } = attempt.application
  return {
    reservationId: attempt.ids.reservationId,
    occupancyId: attempt.ids.occupancyId,
    cityId: venue.cityId,
    venueId: venue.venueId,
    spaceId: space.spaceId,
    listingId: listing.listingId,
    venueName: venue.name,
    spaceName: space.name,
    personId: attempt.personId,
    status: 'pending',
    version: 1,
    number: null,
    date,
    from,
    to,
    eventName,
    people,
    note,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    yen: booking.yen,
    requestedAt: now,
    answerBy: booking.startsAt,
    reason: null,
    cancelledBy: null,
    entryId: null,
    confirmBy: null,
    bookedByPerson: attempt.bookedByPerson ?? null,
    movedFrom: null,
    movedTo: null,
    changedAt: null,
  }
}
