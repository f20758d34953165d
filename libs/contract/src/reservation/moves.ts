import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request } from '../define.ts'
import { IdempotencyKey, ReceiptId, ReservationId } from '../ids.ts'
import { Application, apply, Reservation, ReservationStatus } from './reservation.ts'

/**
 * M29, M30: books the new time, and only when that is held cancels the old one; where the new time is refused nothing changes.
 * The same key finishes a move that was interrupted and answers the same.
 */
export const moveReservation = request('reservation.call.move-reservation.v1', {
  input: z.object({
    actor: Actor,
    reservationId: ReservationId,
    key: IdempotencyKey,
    application: Application,
  }),
  output: z.object({
    reservation: Reservation,
    receiptId: ReceiptId,
    place: z.int(),
    cancelled: Reservation.describe('the old one, as it is now'),
  }),
  refusals: {
    ...apply.refusals,
    'not-found': bare,
    'move-not-offered': bare,
    'state-changed': z.object({ status: ReservationStatus, version: z.int() }),
  },
})
