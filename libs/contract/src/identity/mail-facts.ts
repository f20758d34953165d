import { z } from 'zod'
import { Language, PermissionStatus } from '../actor.ts'
import { bare, notFound, request } from '../define.ts'
import { ChallengeId, CityId, MemberNumber, PersonId, RegistrationId } from '../ids.ts'
import { Instant } from '../time.ts'

/** Claim check of notification: facts are read at send time, so no event carries an address or a code. */
export const getRecipient = request('identity.call.get-recipient.v1', {
  input: z.object({ personId: PersonId }),
  output: z.object({
    name: z.string(),
    mail: z.string().nullable().describe('W6: null for who has none and is told by the office'),
    language: Language,
  }),
  refusals: notFound,
})

/** Of a registration that was finished (S5). */
export const getMemberMail = request('identity.call.get-member-mail.v1', {
  input: z.object({ personId: PersonId }),
  output: z.object({ name: z.string(), mail: z.string(), language: Language, memberNumber: MemberNumber }),
  refusals: notFound,
})

export const getConfirmationMail = request('identity.call.get-confirmation-mail.v1', {
  input: z.object({ registrationId: RegistrationId }),
  output: z.object({
    cityId: CityId,
    name: z.string(),
    mail: z.string(),
    language: Language,
    content: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('confirm'), token: z.string(), expiresAt: Instant }),
      z.object({ kind: z.literal('already-registered') }),
    ]),
  }),
  refusals: notFound,
})

export const getLoginCodeMail = request('identity.call.get-login-code-mail.v1', {
  input: z.object({ challengeId: ChallengeId }),
  output: z.object({
    cityId: CityId,
    name: z.string(),
    mail: z.string(),
    language: Language,
    code: z.string(),
    expiresAt: Instant,
    purpose: z
      .enum(['login', 'step-up'])
      .default('login')
      .describe('V9: step-up, for an act of who has logged in'),
  }),
  refusals: { 'not-found': bare, expired: bare },
})

/** Mail I: the state as it is when the mail goes out, and the reason of a return. */
export const getPermissionMail = request('identity.call.get-permission-mail.v1', {
  input: z.object({ personId: PersonId, cityId: CityId }),
  output: z.object({ status: PermissionStatus, reason: z.string().nullable() }),
  refusals: notFound,
})
