import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { Reply } from './http/responder.ts'

/** 201, with the place of the new booking (RFC 9110 15.3.2). */
export function createdReservation(value: {
  readonly reservation: Pick<Reservation, 'reservationId'>
}): Reply {
  return {
    status: 201,
    json: value,
    headers: { location: `/api/reservations/${value.reservation.reservationId}` },
  }
}
