import { z } from 'zod'
import { Actor } from '../actor.ts'
import { serviceStopped } from '../catalog/service-stop.ts'
import { bare, notFound, request } from '../define.ts'
import { ReservationId } from '../ids.ts'
import { Application, Reservation, stateChanged } from './reservation.ts'

/**
 * M24: what the form asked and its owner may still correct, until the use begins. An approval stays: time and room are the same.
 * Left out, the purpose stays as it is.
 */
export const Details = Application.pick({ eventName: true, people: true, note: true, purposeId: true })
export type Details = z.infer<typeof Details>

export const changeDetails = request('reservation.call.change-details.v1', {
  input: z.object({
    actor: Actor,
    reservationId: ReservationId,
    expectedVersion: z.int(),
    details: Details,
  }),
  output: Reservation,
  refusals: {
    ...notFound,
    ...stateChanged,
    ...serviceStopped,
    'people-out-of-range': z.object({ capacity: z.int() }),
    'purpose-needed': bare,
  },
})
