import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, event, request } from '../define.ts'
import { LockId, PersonId, ReservationId, VenueId } from '../ids.ts'
import { Instant } from '../time.ts'

/** 準備中 / 鍵へ送信中 / 準備済み / 鍵に登録済み / 利用可能 / 終了 / 取消済み / 要確認, derived from desired, delivery and problems. */
export const DoorCodeState = z.enum([
  'preparing',
  'sending',
  'waiting',
  'on-lock',
  'usable',
  'ended',
  'revoked',
  'attention',
])

export const DoorCode = z.object({
  lockId: LockId,
  doorName: z.string(),
  code: z.string().regex(/^\d{4,10}$/),
  from: Instant,
  to: Instant,
  state: DoorCodeState,
})

/** One line per door (M26). For the owner of an approved reservation, and for the approval mail. */
export const getDoorCodes = request('lock.call.get-door-codes.v1', {
  input: z.object({ reservationId: ReservationId, asker: z.union([Actor, z.literal('mail')]) }),
  output: z.object({ doors: z.array(DoorCode) }),
  refusals: { 'not-found': bare, 'not-ready': bare },
})

export const Door = z.object({
  lockId: LockId,
  venueId: VenueId,
  doorName: z.string(),
  online: z.boolean(),
  presenceAt: Instant.nullable().optional().describe('since when it is online or offline'),
  rev: z.int(),
  revHeld: z.int().nullable().describe('on the disk of the gateway'),
  revApplied: z.int().nullable().describe('reported by the lock itself'),
  codes: z.int(),
  lastReportAt: Instant.nullable(),
  clockOffsetSeconds: z.number().nullable(),
  battery: z.number().nullable(),
  foreignSlots: z
    .array(z.int())
    .optional()
    .describe('places of the lock with codes that did not come from here; they are never touched'),
  guessed: z
    .object({ since: Instant, entries: z.int() })
    .nullable()
    .optional()
    .describe('wrong entries that follow one another at the keypad (A87), until ten minutes are quiet'),
  problems: z.array(z.string()),
})
/** Staff's board of locks (T12). */
export const listDoors = request('lock.call.list-doors.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({ items: z.array(Door) }),
  refusals: { 'not-allowed': bare },
})

/** H waits for this. A venue without smart locks answers it at once with no doors. */
export const codesReady = event(
  'lock.event.codes-ready.v1',
  z.object({ reservationId: ReservationId, personId: PersonId, doors: z.int() }),
)
export const codesOnLock = event(
  'lock.event.codes-on-lock.v1',
  z.object({ reservationId: ReservationId, lockId: LockId }),
)
export const codesRevoked = event(
  'lock.event.codes-revoked.v1',
  z.object({ reservationId: ReservationId, lockId: LockId, confirmed: z.boolean() }),
)
