import type { Bookable } from '../domain/bookable.ts'
import type { Accepted } from '../domain/decide.ts'
import type { Won } from '../domain/line.ts'
import type { StoredReservation } from '../store/reservations.ts'

type Asked = Pick<StoredReservation, 'personId' | 'date' | 'from' | 'to' | 'eventName' | 'people' | 'note'>
type Given = {
  readonly ids: Pick<StoredReservation, 'reservationId' | 'occupancyId'>
  readonly bookable: Bookable
  readonly booking: Pick<Accepted, 'startsAt' | 'endsAt' | 'yen' | 'fee' | 'options' | 'purpose'>
  readonly now: string
}

/** An accepted press as it begins: 承認待ち, and nobody has answered it. */
export function newReservation({ attempt, bookable, booking }: Won, now: string): StoredReservation {
  const { personId, ids, application, bookedByPerson } = attempt
  const pending = pendingReservation({ personId, ...application }, { ids, bookable, booking, now })
  return bookedByPerson === undefined ? pending : { ...pending, bookedByPerson }
}

/** A booking as it begins, whether it was pressed for or drawn. */
export function pendingReservation(
  { personId, date, from, to, eventName, people, note }: Asked,
  { ids, bookable: { venue, space, listing }, booking, now }: Given,
): StoredReservation {
  return {
    reservationId: ids.reservationId,
    occupancyId: ids.occupancyId,
    cityId: venue.cityId,
    venueId: venue.venueId,
    spaceId: space.spaceId,
    listingId: listing.listingId,
    venueName: venue.name,
    spaceName: space.name,
    personId,
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
    bookedByPerson: null,
    movedFrom: null,
    movedTo: null,
    changedAt: null,
    ...(booking.options && { options: booking.options }),
    ...(booking.purpose && { purpose: booking.purpose }),
    ...(booking.fee && { fee: booking.fee }),
  }
}
