import { z } from 'zod'
import { LockId } from '../ids.ts'
import { Instant } from '../time.ts'
import { DenialReason } from './topics.ts'

/** M27: the keys of a keypad: the square, ten digits, and E. */
export const Key = z.enum(['square', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'E'])
export type Key = z.infer<typeof Key>

export const EntryResult = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open'), at: Instant }),
  z.object({ status: z.literal('denied'), reason: DenialReason, at: Instant }),
])
export type EntryResult = z.infer<typeof EntryResult>

/** What someone before a virtual door can see of it; the digits themselves are never shown. */
export const KeypadState = z.object({
  lockId: LockId,
  doorName: z.string(),
  locked: z.boolean(),
  lit: z.boolean(),
  digitsTyped: z.int(),
  lastResult: EntryResult.nullable(),
  pausedSeconds: z.number().describe('A87: so long each entry is looked at slowly'),
  heldSeconds: z.number().describe('until the entry that waits is judged; 0 where none does'),
  online: z.boolean().describe('an offline lock still opens to the codes it holds'),
  clock: z.object({ now: Instant, quality: z.enum(['known', 'unknown']) }),
})
export type KeypadState = z.infer<typeof KeypadState>
