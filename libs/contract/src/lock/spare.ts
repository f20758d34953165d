import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request, staffOnly } from '../define.ts'
import { LockId, ReservationId, VenueId } from '../ids.ts'
import { Instant } from '../time.ts'

/** V14: how many numbers a door has in store. */
export const SPARES_PER_DOOR = 2
/** Good before anybody has it, so as long as a number for an emergency (docs/threats.md, A98). */
export const SPARE_DIGITS = 8

/** `ready`: the door has one in store that would open for this booking. `given`: the booking’s number is one already. */
export const SpareState = z.enum(['none', 'ready', 'given'])

/** V14: whether a venue's doors keep numbers in store. Those in store end at once when they do not, those of bookings with their use. */
export const keepSpareCodes = request('lock.call.keep-spare-codes.v1', {
  input: z.object({ actor: Actor, venueId: VenueId, keeps: z.boolean() }),
  output: z.object({ keeps: z.boolean() }),
  refusals: staffOnly,
})

/**
 * V14: a number that is on the lock already takes the place of a booking's at one door, for its time. The answer is the only time
 * that staff see it; mail M brings it to the person.
 */
export const giveSpareCode = request('lock.call.give-spare-code.v1', {
  input: z.object({ actor: Actor, reservationId: ReservationId, lockId: LockId }),
  output: z.object({
    doorName: z.string(),
    code: z.string().regex(/^\d{8,10}$/),
    from: Instant,
    to: Instant,
  }),
  refusals: {
    ...staffOnly,
    'not-ready': bare,
    'use-is-over': bare,
    'spare-too-early': bare,
    'spare-given': bare,
    'no-spare': bare,
  },
})
