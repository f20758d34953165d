import { z } from 'zod'
import { Actor, Language, Role } from '../actor.ts'
import { bare, event, notFound, request } from '../define.ts'
import { CityId, PersonId } from '../ids.ts'
import { Instant } from '../time.ts'
import { Password } from './account.ts'
import { Permission } from './permission.ts'
import { ActOnPerson, getProfile } from './profile.ts'
import { Contact } from './staff.ts'

/** The password once more, within a budget, for who sits at somebody’s open session. */
const stepUp = { actor: Actor, password: Password }
const stepUpRefusals = {
  'current-password-wrong': bare,
  'too-many-attempts': z.object({ retryAfterSeconds: z.int() }),
  'password-work-full': z.object({ retryAfterSeconds: z.int() }),
}

/** V10: all that identity holds of who asks; whoever of the staff did something is told by their role alone (V4). */
export const getOwnData = request('identity.call.get-own-data.v1', {
  input: z.object(stepUp),
  output: z.object({
    profile: getProfile.output,
    registeredAt: Instant,
    cities: z.array(
      z.object({
        cityId: CityId,
        role: Role,
        termsVersion: z.string().nullable(),
        termsAcceptedAt: Instant.nullable(),
      }),
    ),
    permissions: z.array(Permission.omit({ personId: true, version: true })),
    contacts: z.array(Contact).describe('how the office reached the person (M7)'),
    sessions: z.array(z.object({ cityId: CityId, since: Instant, until: Instant })),
    acts: z
      .array(
        z.object({ at: Instant, act: ActOnPerson, by: z.enum(['self', 'staff', 'unknown']), cityId: CityId }),
      )
      .describe('the newest first, at most 1,000'),
  }),
  refusals: stepUpRefusals,
})

/**
 * V11: 退会. Refused while something waits: the facts say how much. Nothing of it can be taken back; the same address can register
 * anew at once.
 */
export const withdraw = request('identity.call.withdraw.v1', {
  input: z.object(stepUp),
  output: z.object({}),
  refusals: {
    ...stepUpRefusals,
    'works-for-city': bare,
    'has-live-bookings': z.object({ count: z.int() }),
    'has-open-entries': z.object({ count: z.int() }),
    'has-open-bills': z.object({ count: z.int() }),
  },
})

/** The last mail to an address that is kept for it alone, for seven days. */
export const getWithdrawalMail = request('identity.call.get-withdrawal-mail.v1', {
  input: z.object({ withdrawalId: z.uuid() }),
  output: z.object({ cityId: CityId, name: z.string(), mail: z.string(), language: Language }),
  refusals: notFound,
})

/** V11: whoever keeps something that this person wrote erases it. */
export const personWithdrawn = event(
  'identity.event.person-withdrawn.v1',
  z.object({ withdrawalId: z.uuid(), personId: PersonId, cityId: CityId }),
)
