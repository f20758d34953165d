import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, event, notFound, request, staffOnly } from '../define.ts'
import { CityId, LockId, PersonId, VenueId } from '../ids.ts'
import { Instant } from '../time.ts'

/** Guessing without rest finds an always-valid number of six digits within seven months (docs/locks/protocol.md). */
export const EMERGENCY_DIGITS = 8

const ActId = z.uuid()
/** `used`: a number opened a door; nobody of the staff did that. */
const EmergencyAct = z.object({
  act: z.enum(['changed', 'ended', 'shown', 'used', 'spares-kept', 'spares-ended']),
  at: Instant,
  staffId: PersonId.nullable(),
  doorName: z.string().nullable(),
})

export const EmergencyDoorState = z.enum(['none', 'sending', 'on-lock', 'attention'])
export type EmergencyDoorState = z.infer<typeof EmergencyDoorState>

export const EmergencyVenue = z.object({
  venueId: VenueId,
  lastChange: ActId.nullable().describe('names what was looked at when the numbers are changed'),
  keepsSpares: z.boolean().optional().describe('V14: numbers in store are wanted at its doors'),
  doors: z.array(
    z.object({
      lockId: LockId,
      doorName: z.string(),
      state: EmergencyDoorState,
      spares: z.int().optional().describe('in store and on the lock'),
    }),
  ),
  acts: z.array(EmergencyAct).max(20).describe('newest first'),
})

/** V13, T12: the numbers for an emergency of a city's venues: how far they are and what was done with them, never the numbers. */
export const listEmergencyCodes = request('lock.call.list-emergency-codes.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({ items: z.array(EmergencyVenue) }),
  refusals: { 'not-allowed': bare },
})

/** V13: draws numbers for a venue's doors, one for all or one each, in the place of those before; `none` ends them. */
export const changeEmergencyCodes = request('lock.call.change-emergency-codes.v1', {
  input: z.object({
    actor: Actor,
    venueId: VenueId,
    per: z.enum(['venue', 'door', 'none']),
    lastChange: ActId.nullable(),
  }),
  output: z.object({ doors: z.int() }),
  refusals: {
    ...staffOnly,
    'changed-meanwhile': bare,
    'keypad-too-short': z.object({ doorName: z.string() }),
  },
})

/** V13: the numbers themselves, to be printed for whoever keeps them; that somebody looked stands among the acts. */
export const showEmergencyCodes = request('lock.call.show-emergency-codes.v1', {
  input: z.object({ actor: Actor, venueId: VenueId }),
  output: z.object({
    shownAt: Instant,
    doors: z.array(z.object({ lockId: LockId, doorName: z.string(), code: z.string().regex(/^\d{8,10}$/) })),
  }),
  refusals: staffOnly,
})

/** Mail U waits for this: a number for an emergency opened a door. */
export const emergencyCodeUsed = event(
  'lock.event.emergency-code-used.v1',
  z.object({ cityId: CityId, venueId: VenueId, lockId: LockId, useId: ActId, at: Instant }),
)

/** Claim check of mail U. */
export const getEmergencyUseMail = request('lock.call.get-emergency-use-mail.v1', {
  input: z.object({ useId: ActId }),
  output: z.object({ venueId: VenueId, doorName: z.string(), at: Instant }),
  refusals: notFound,
})
