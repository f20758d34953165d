import { z } from 'zod'
import { Actor, Language, PermissionStatus } from '../actor.ts'
import { bare, request } from '../define.ts'
import { IdempotencyKey, MemberNumber, PersonId } from '../ids.ts'
import { line } from '../text.ts'
import { Group, Profile } from './account.ts'
import { ContactWay } from './staff.ts'

/** An account of the city that is the same person's by name or reading and birth date. */
const Known = z.object({ personId: PersonId, memberNumber: MemberNumber, name: z.string() })

/**
 * W6: staff register who has no mail. The visit or call that showed who it is stands on the log, as before any approval (M7), so the
 * permission may be given with it; a city that wants a second look leaves it applied for. Nobody logs in without mail (M9): such a person
 * is served, and told, by the office until an address is added. Somebody known already is registered again only when staff insist (G3),
 * and the same press again answers the same person.
 */
export const registerAtCounter = request('identity.call.register-at-counter.v1', {
  input: z.object({
    actor: Actor,
    key: IdempotencyKey,
    person: Profile.omit({ mail: true }).extend({
      group: Group.optional(),
      language: Language.default('ja'),
    }),
    acceptedTermsVersion: z.string().max(40),
    contact: z.object({ by: ContactWay, note: line(200).optional() }),
    permission: PermissionStatus.extract(['applied', 'approved']),
    despiteAlike: z.boolean().default(false),
  }),
  output: z.object({
    personId: PersonId,
    memberNumber: MemberNumber,
    permission: PermissionStatus,
  }),
  refusals: {
    'not-allowed': bare,
    'unknown-city': bare,
    'terms-outdated': z.object({ termsVersion: z.string() }),
    'birth-date-impossible': bare,
    'known-already': z.object({ accounts: z.array(Known).max(10) }),
    'password-work-full': z.object({ retryAfterSeconds: z.int() }),
  },
})
