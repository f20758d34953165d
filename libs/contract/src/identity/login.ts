import { z } from 'zod'
import { Actor, Language, Role } from '../actor.ts'
import { bare, event, request } from '../define.ts'
import { ChallengeId, CityId, ClassId, MemberNumber, PersonId } from '../ids.ts'
import { MailAddress } from '../text.ts'
import { Instant } from '../time.ts'
import { Password } from './account.ts'

export const LoginName = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), mail: MailAddress }),
  z.object({ kind: z.literal('member-number'), memberNumber: MemberNumber }),
])

/** A20, M31: told to whom the password was right, or who is logged in; the code mailed last still counts while it is fresh. */
export const tooManyCodes = z.object({
  nextAt: Instant,
  retryAfterSeconds: z.int(),
  officePhone: z.string().describe('empty where the city has not told it yet'),
})

/** M9: where the digits of a second factor come from: a mail, or an app that the person has set up (RFC 6238). */
export const Factor = z.enum(['mail', 'app'])

/** V3: what `finishLogin` gave this browser before; one that is none of ours counts as none. */
const DeviceMark = z.string().max(200)

/** S3, M9: password first; the mailed code follows. Unknown person and wrong password are one refusal, in the same time. */
export const startLogin = request('identity.call.start-login.v1', {
  input: z.object({
    cityId: CityId,
    login: LoginName,
    password: Password,
    source: z.string().max(64),
    device: DeviceMark.optional(),
  }),
  output: z.object({ challengeId: ChallengeId, expiresAt: Instant, by: Factor.default('mail') }),
  refusals: {
    'unknown-city': bare,
    'login-kind-not-offered': z.object({ offered: z.array(z.enum(['mail', 'member-number'])) }),
    'credentials-wrong': bare,
    'too-many-attempts': z.object({ retryAfterSeconds: z.int() }),
    'too-many-codes': tooManyCodes,
    'password-work-full': z.object({ retryAfterSeconds: z.int() }),
  },
})

/** `name` is what the pages show: a group's own name for a group. */
export const Session = z.object({
  sessionId: z.uuid(),
  personId: PersonId,
  role: Role,
  cityId: CityId,
  name: z.string(),
  memberNumber: MemberNumber,
  language: Language,
  /** G11: in this city; left out = its first. */
  classId: ClassId.optional(),
  /** S8, S9: until a new password is set, this session may do nothing else. */
  mustChangePassword: z.boolean(),
  /** M9: the city wants an app of who works for it; until it is set up, this session may do nothing else. */
  mustEnrol: z.boolean().default(false),
  /** V9: a second factor was given in this session within the last ten minutes. */
  isFresh: z.boolean().default(false),
  expiresAt: Instant,
})
export type Session = z.infer<typeof Session>

/** M9: six digits, 180 s by the database's clock, once, at most five tries; where an app is set up, its digits or a recovery code. `token` is shown here and never again. */
export const finishLogin = request('identity.call.finish-login.v1', {
  input: z.object({
    challengeId: ChallengeId,
    code: z.string().max(20),
    stay: z.boolean().default(false).describe('M6: a resident stays logged in for two idle weeks'),
    device: DeviceMark.optional(),
  }),
  output: z.object({
    token: z.string(),
    session: Session,
    device: z.string().optional().describe('V3: the mark to keep; none where one does not stay'),
  }),
  refusals: { 'code-wrong': z.object({ triesLeft: z.int() }), 'code-not-valid': bare },
})

/** `isBackground`: the page asks by itself, so the session of who works for a city is not used by it (D23). */
export const findSession = request('identity.call.find-session.v1', {
  input: z.object({ token: z.string().max(200), isBackground: z.boolean().default(false) }),
  output: Session,
  refusals: { 'no-session': bare },
})

export const logout = request('identity.call.logout.v1', {
  input: z.object({ token: z.string().max(200) }),
  output: z.object({}),
  refusals: {},
})

/** R15: where one is logged in, the newest first; `isThis` is the session that asks. */
export const listSessions = request('identity.call.list-sessions.v1', {
  input: z.object({ actor: Actor, sessionId: z.uuid() }),
  output: z.object({
    items: z.array(
      z.object({
        sessionId: z.uuid(),
        cityId: CityId,
        since: Instant,
        until: Instant.describe('unless it is used'),
        isThis: z.boolean(),
      }),
    ),
  }),
  refusals: {},
})

/** R15: ends one of one's own sessions; one that is over or another person's is none. */
export const endOwnSession = request('identity.call.end-own-session.v1', {
  input: z.object({ actor: Actor, sessionId: z.uuid() }),
  output: z.object({}),
  refusals: {},
})

export const loginCodeIssued = event(
  'identity.event.login-code-issued.v1',
  z.object({ challengeId: ChallengeId, expiresAt: Instant }),
)

/** V4: somebody who has logged in before stays logged in on a device that the account did not know. */
export const deviceRemembered = event(
  'identity.event.device-remembered.v1',
  z.object({ loginId: z.uuid(), personId: PersonId, cityId: CityId }),
)
export const sessionEnded = event(
  'identity.event.session-ended.v1',
  z.object({ sessionId: z.uuid(), personId: PersonId }),
)
