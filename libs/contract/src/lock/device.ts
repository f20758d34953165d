import { z } from 'zod'
import { bare, notFound, request } from '../define.ts'
import { LockId, VenueId } from '../ids.ts'
import { Instant } from '../time.ts'

const Count = z.int().min(1)

/**
 * V12: what hangs at a door of a venue, for who installs it. Passwords and keys are not said here: they follow from the master key
 * and these numbers, and are computed where the operator sits.
 */
export const DeviceNumbers = z.object({
  lockId: LockId,
  site: VenueId,
  doorName: z.string(),
  device: Count.describe('how many have hung at this door: its key follows from it'),
  serial: Count.describe('its password follows from it'),
  formerUntil: Instant.nullable().describe('until then the password before is good too'),
})
export type DeviceNumbers = z.infer<typeof DeviceNumbers>

/** At most a month: two passwords are one too many. */
export const OVERLAP_HOURS_MAX = 720

export const DeviceChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add') }),
  z.object({ kind: z.literal('replace') }),
  z.object({ kind: z.literal('rotate'), overlapHours: z.int().min(0).max(OVERLAP_HOURS_MAX) }),
  z.object({ kind: z.literal('retire') }),
])
export type DeviceChange = z.infer<typeof DeviceChange>

/** Hangs a lock at a door that has none, changes it for another, gives it another password, or takes it down. */
export const changeDevice = request('lock.call.change-device.v1', {
  input: z.object({ lockId: LockId, change: DeviceChange }),
  output: DeviceNumbers,
  refusals: { ...notFound, 'has-device': bare, 'no-device': bare },
})

/** How the lock at a door does, by its own last word. */
export const getDevice = request('lock.call.get-device.v1', {
  input: z.object({ lockId: LockId }),
  output: DeviceNumbers.extend({
    hangs: z.boolean(),
    gatewayUp: z.boolean(),
    online: z.boolean(),
    isAtWork: z.boolean().describe('this device has taken a set, not only one before it'),
    presenceAt: Instant.nullable(),
    reportAt: Instant.nullable(),
    clock: z.enum(['known', 'unknown']).nullable(),
    clockOffsetSeconds: z.number().nullable(),
    battery: z.number().nullable(),
    firmware: z.string().nullable(),
    places: z.int().nullable(),
    wanted: z.int().describe('codes that should be on it now'),
    stored: z.int().describe('of those, how many it says it has'),
    refused: z.string().nullable().describe('why the lock or its gateway would not take the last set'),
    now: Instant,
  }),
  refusals: notFound,
})
