import { z } from 'zod'
import { Actor } from '../actor.ts'
import { serviceStopped } from '../catalog/service-stop.ts'
import { bare, notFound, request } from '../define.ts'
import { ReservationId } from '../ids.ts'
import { Instant } from '../time.ts'
import { HeadcountForm } from './headcount.ts'
import { Reservation, stateChanged } from './reservation.ts'

/** G15: by the owner of a booking that is over, or by staff of its city. The same numbers again, after an answer that was lost, answer the same. */
export const writeHeadcount = request('reservation.call.write-headcount.v1', {
  input: z.object({
    actor: Actor,
    reservationId: ReservationId,
    expectedVersion: z.int(),
    counts: HeadcountForm,
  }),
  output: Reservation,
  refusals: {
    ...notFound,
    ...stateChanged,
    ...serviceStopped,
    'headcount-not-asked': bare,
    'use-not-over': bare,
    'headcount-closed': z.object({ closedAt: Instant }),
    /** Not one number of each kind: the city has changed its list, or a program left one out. */
    'kinds-differ': bare,
  },
})
