import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, notFound, request } from '../define.ts'
import { IdempotencyKey, ReceiptId, ReservationId } from '../ids.ts'
import { Application, apply, Reservation, stateChanged } from './reservation.ts'

/**
 * M29, M30: another time or room for a booking that has not begun, in one step: its own time counts as free, what of it is given
 * up reopens as after a cancel (G4), and a refusal leaves everything as it was. The same key answers the same. Left out, `options`
 * are those of the old booking; its purpose (M24) stays whatever is said here.
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
    needsApproval: z
      .boolean()
      .default(true)
      .describe('the city answers once more; false: approved by the move itself, as its policy says'),
  }),
  refusals: {
    ...apply.refusals,
    ...notFound,
    ...stateChanged,
    'move-not-offered': bare,
  },
})
