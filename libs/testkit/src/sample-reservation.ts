import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'

/** A booking that waits for the city's answer: an hour in one room, eight days after it was asked for. */
export function sampleReservation(differences: Partial<Reservation> = {}): Reservation {
  return {
    reservationId: '01930000-0000-7000-8000-0000000000a1',
    cityId: 'mitaka',
    venueId: 'hall',
    spaceId: 'room',
    listingId: 'room-free',
    venueName: '公会堂',
    spaceName: '洋室',
    personId: '01930000-0000-7000-8000-000000000001',
    status: 'pending',
    version: 1,
    number: null,
    date: '2024-12-01',
    from: '09:00',
    to: '10:00',
    startsAt: '2024-12-01T00:00:00.000Z',
    endsAt: '2024-12-01T01:00:00.000Z',
    eventName: '集まり',
    people: 5,
    note: '会',
    yen: 0,
    requestedAt: '2024-11-23T00:00:00.000Z',
    answerBy: '2024-12-01T00:00:00.000Z',
    reason: null,
    cancelledBy: null,
    entryId: null,
    confirmBy: null,
    bookedBy: 'resident',
    ...differences,
  }
}
