import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request, staffOnly } from '../define.ts'
import { ReservationId } from '../ids.ts'
import { line } from '../text.ts'
import { ClosingPlan } from './closing-plan.ts'
import { Reservation } from './reservation.ts'
import { holdSpace } from './staff.ts'

const ActId = z.uuid()
const planRefusals = {
  ...staffOnly,
  'off-grid': z.object({ stepMinutes: z.int() }),
  'nothing-to-hold': bare,
  'too-many-spans': z.object({ maxSpans: z.int() }),
}

/** What an act would meet, before it is done: at most 100 bookings, and how often the city itself is in its way. */
export const lookAtClosing = request('reservation.call.look-at-closing.v1', {
  input: z.object({ actor: Actor, plan: ClosingPlan }),
  output: z.object({
    spans: z.int().describe('a room on a day'),
    bookings: z.array(Reservation).max(100),
    more: z.boolean(),
    holds: z.int(),
  }),
  refusals: planRefusals,
})

/**
 * All of it or nothing, under one id; the same id again answers the same. The bookings it meets are cancelled by the city, with
 * mail K, where their ids came with a reason: one that nobody has looked at stops the act. `taken`: by the city, or by a use that
 * is over.
 */
export const placeClosing = request('reservation.call.place-closing.v1', {
  input: z.object({
    actor: Actor,
    actId: ActId,
    plan: ClosingPlan,
    cancel: z
      .object({ reason: line(400), reservationIds: z.array(ReservationId).min(1).max(100) })
      .optional(),
  }),
  output: z.object({ actId: ActId, spans: z.int(), cancelled: z.int() }),
  refusals: {
    ...planRefusals,
    'bookings-in-the-way': z.object({ count: z.int() }),
    taken: holdSpace.refusals.taken,
    'day-cap-reached': holdSpace.refusals['day-cap-reached'],
    'second-person-needed': holdSpace.refusals['second-person-needed'],
    'id-used-differently': bare,
  },
})

/** Gives back what is left of an act, to reopen as a cancelled booking does (G4). Again answers the same; what was cancelled stays so. */
export const releaseClosing = request('reservation.call.release-closing.v1', {
  input: z.object({ actor: Actor, actId: ActId }),
  output: z.object({}),
  refusals: staffOnly,
})
