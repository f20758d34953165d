import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, event, request, staffOnly } from '../define.ts'
import { LockId, PersonId, ReservationId } from '../ids.ts'
import { StaffAct } from '../staff-act.ts'
import { Instant } from '../time.ts'
import { DoorCodeState } from './door-codes.ts'
import { SpareState } from './spare.ts'
import { DenialReason } from './topics.ts'

/** T12: whose codes a door has or will have, without the digits: at most 100 whose time is not over, by start. */
export const listDoorCodes = request('lock.call.list-door-codes.v1', {
  input: z.object({ actor: Actor, lockId: LockId }),
  output: z.object({
    items: z.array(
      z.object({ reservationId: ReservationId, from: Instant, to: Instant, state: DoorCodeState }),
    ),
  }),
  refusals: staffOnly,
})

/** T4, T12: "my code does not open": how far the booking's codes are, and the last presses at its doors in its time, without digits. */
export const getKeyState = request('lock.call.get-key-state.v1', {
  input: z.object({ actor: Actor, reservationId: ReservationId }),
  output: z.object({
    doors: z.array(
      z.object({
        lockId: LockId,
        doorName: z.string(),
        from: Instant,
        to: Instant,
        state: DoorCodeState,
        spare: SpareState.optional(),
      }),
    ),
    presses: z
      .array(
        z.object({
          doorName: z.string(),
          at: Instant,
          result: z.union([z.enum(['opened', 'paused']), DenialReason]),
          own: z.boolean().describe('with a code of this booking, an earlier one too'),
        }),
      )
      .max(20)
      .describe('newest first, from an hour before the codes begin until they end'),
  }),
  refusals: { ...staffOnly, 'not-ready': bare },
})

/** T12: new digits for all doors of a reservation; the old ones end at once, and mail M brings the new. */
export const reissueCodes = request('lock.call.reissue-codes.v1', {
  input: z.object({ actor: Actor, reservationId: ReservationId }),
  output: z.object({ doors: z.int() }),
  refusals: { ...staffOnly, 'not-ready': bare, 'use-is-over': bare },
})

/** T12: sends a door its set again under a new revision, for a lock that came back with something else. */
export const resyncDoor = request('lock.call.resync-door.v1', {
  input: z.object({ actor: Actor, lockId: LockId }),
  output: z.object({ rev: z.int() }),
  refusals: staffOnly,
})

/** M waits for this. `issue` counts how often digits were drawn for the reservation. */
export const codesReissued = event(
  'lock.event.codes-reissued.v1',
  z.object({
    reservationId: ReservationId,
    personId: PersonId,
    issue: z.int(),
  }),
)
/** V4: beside `codes-reissued`. */
export const staffActed = event('lock.event.staff-acted.v1', StaffAct)
