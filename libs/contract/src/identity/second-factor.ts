import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, event, request, staffOnly } from '../define.ts'
import { ChallengeId, CityId, PersonId } from '../ids.ts'
import { Instant } from '../time.ts'
import { Factor, tooManyCodes } from './login.ts'

const retryLater = z.object({ retryAfterSeconds: z.int() })

/** M9: the second factor of who works for a city or runs the installation; theirs alone. */
export const getSecondFactor = request('identity.call.get-second-factor.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({
    enrolledAt: Instant.nullable().describe('null: codes come by mail'),
    codesLeft: z.int().describe('recovery codes that were not used'),
    isRequired: z.boolean().describe('the city wants an app of everybody who works for it'),
  }),
  refusals: { 'not-allowed': bare },
})

/** RFC 6238: a new secret for the app. Nothing changes until one of its codes comes back; asked again, the secret is another. */
export const beginEnrolment = request('identity.call.begin-enrolment.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({
    secret: z.string().describe('base32, to be typed'),
    uri: z.string().describe('`otpauth:`, to be scanned'),
  }),
  refusals: { 'not-allowed': bare },
})

/** M9: from here on a login asks for the app's code. The recovery codes are told here and never again; those before end. */
export const confirmEnrolment = request('identity.call.confirm-enrolment.v1', {
  input: z.object({ actor: Actor, code: z.string().max(20) }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  refusals: {
    'not-allowed': bare,
    'enrolment-not-begun': bare,
    'enrolment-code-wrong': bare,
    'too-many-attempts': retryLater,
  },
})

/** V9: who is logged in is asked for a second factor once more, by the app or by mail; both count as a login's codes do (A20). */
export const beginStepUp = request('identity.call.begin-step-up.v1', {
  input: z.object({ actor: Actor, sessionId: z.uuid() }),
  output: z.object({ challengeId: ChallengeId, expiresAt: Instant, by: Factor }),
  refusals: { 'not-allowed': bare, 'too-many-codes': tooManyCodes },
})

/** V9: counts for this session alone, and opens no other. */
export const finishStepUp = request('identity.call.finish-step-up.v1', {
  input: z.object({
    actor: Actor,
    sessionId: z.uuid(),
    challengeId: ChallengeId,
    code: z.string().max(20),
  }),
  output: z.object({}),
  refusals: { 'code-wrong': z.object({ triesLeft: z.int() }), 'code-not-valid': bare },
})

/**
 * M9: for a colleague whose phone is lost, by an admin of the city or an operator, and by nobody for themselves. The colleague's
 * sessions end, and codes come by mail again.
 */
export const removeSecondFactor = request('identity.call.remove-second-factor.v1', {
  input: z.object({ actor: Actor, cityId: CityId, personId: PersonId }),
  output: z.object({}),
  refusals: { ...staffOnly, 'own-factor': bare, 'no-factor': bare },
})

/** V4: an app was set up, a recovery code took its place once, or somebody removed it. */
export const secondFactorChanged = event(
  'identity.event.second-factor-changed.v1',
  z.object({
    changeId: z.uuid(),
    personId: PersonId,
    cityId: CityId,
    change: z.enum(['enrolled', 'recovery-code-used', 'removed']),
  }),
)
