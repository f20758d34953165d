import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request, staffOnly } from '../define.ts'
import { ReservationId } from '../ids.ts'
import { line } from '../text.ts'
import { Reservation, stateChanged } from './reservation.ts'

/**
 * G10: 減免 of one booking, before anything of it is paid and while it lives; 0 percent takes it back. What was invoiced is issued anew.
 * The reason is shown to whom the booking is. The same once more answers the same.
 */
export const reduceFee = request('reservation.call.reduce-fee.v1', {
  input: z.object({
    actor: Actor,
    reservationId: ReservationId,
    expectedVersion: z.int(),
    percent: z.int().min(0).max(100),
    reason: line(200),
  }),
  output: Reservation,
  refusals: {
    ...staffOnly,
    ...stateChanged,
    'own-booking': bare,
    'nothing-to-reduce': bare,
    'paid-already': z.object({ paid: z.int() }),
  },
})
