import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request, staffOnly } from '../define.ts'
import { PersonId } from '../ids.ts'
import { Instant } from '../time.ts'
import { ClosingPlan } from './closing-plan.ts'

const RequestId = z.uuid()

/** P7: a closure or city use that one member of staff may not make alone, as it was asked for. */
const HoldRequest = z.object({
  requestId: RequestId,
  askedBy: PersonId,
  isOwn: z.boolean().describe('asked for by whoever looks'),
  plan: ClosingPlan,
  hours: z.number(),
  cancels: z.int().describe('bookings that would be cancelled, as many as whoever asked had looked at'),
  at: Instant,
  allowedAt: Instant.nullable(),
})

/** What waits for a second person in the actor's city today, and what was allowed and is not done yet; the newest 50. */
export const listHoldRequests = request('reservation.call.list-hold-requests.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({ items: z.array(HoldRequest) }),
  refusals: { 'not-allowed': bare },
})

/** A second person lets a colleague do it, once and today. Again answers the same. */
export const allowHold = request('reservation.call.allow-hold.v1', {
  input: z.object({ actor: Actor, requestId: RequestId }),
  output: z.object({}),
  refusals: { ...staffOnly, 'own-request': bare },
})
