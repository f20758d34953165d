import { z } from 'zod'
import { CODES_MAX } from './code-report.ts'

/** What a keypad will not take besides a wrong length. */
export const PinRule = z.enum(['no-zero', 'not-starting-12'])
export type PinRule = z.infer<typeof PinRule>

/** A place in a lock's memory, as the lock counts. */
export const Slot = z.int().min(0).max(65_535)

/** What a lock is, retained: told on every connection, and again when it changes. Never a table of models, always the lock's own word. */
export const LockAbout = z.strictObject({
  slots: z.int().min(1).max(CODES_MAX).describe('codes it can hold, foreign ones included'),
  foreignSlots: z
    .array(Slot)
    .max(CODES_MAX)
    .refine(slots => new Set(slots).size === slots.length, 'a slot twice')
    .describe('places with codes that did not come from here; numbers only'),
  pin: z
    .strictObject({
      min: z.int().min(4).max(10),
      max: z.int().min(4).max(10),
      rules: z.array(PinRule).max(PinRule.options.length),
    })
    .refine(({ min, max }) => min <= max, 'the shortest code is longer than the longest'),
  timing: z
    .enum(['lock', 'switch', 'add-delete'])
    .describe(
      'who keeps the time: the lock, or its driver by switching stored codes on and off, or by adding and deleting',
    ),
  readback: z.enum(['value', 'checksum', 'occupancy', 'none']),
  wakeMinutes: z
    .int()
    .min(0)
    .max(1_440)
    .describe('how long it may sleep between two messages; 0 = it always listens'),
})
export type LockAbout = z.infer<typeof LockAbout>
