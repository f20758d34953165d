import { z } from 'zod'
import { Actor, Language, PermissionStatus, Role } from '../actor.ts'
import { bare, event, notFound, request, snapshot, staffOnly } from '../define.ts'
import { ChallengeId, CityId, MemberNumber, PersonId, RegistrationId } from '../ids.ts'
import { line, MailAddress } from '../text.ts'
import { Instant, LocalDate } from '../time.ts'

/** M3: what a newcomer tells. Era birth dates are turned into `LocalDate` by the screen with libs/calendar. */
export const Profile = z.object({
  name: line(60),
  kana: line(60).pipe(z.string().regex(/^[ァ-ヶー・　 ]+$/, 'katakana')),
  birthDate: LocalDate,
  postalCode: z.string().regex(/^\d{3}-?\d{4}$/),
  address: line(200),
  phone: z.string().regex(/^0\d{1,4}-?\d{1,4}-?\d{3,4}$/),
  mail: MailAddress,
})
export type Profile = z.infer<typeof Profile>

/** G1: a group's account. Its profile is that of its representative, who belongs to it without being listed. */
export const Group = z.strictObject({
  name: line(60),
  members: z
    .array(z.strictObject({ name: line(60), birthDate: LocalDate }))
    .min(2)
    .max(200)
    .describe('the others'),
})
export type Group = z.infer<typeof Group>

/** D23: any characters, 8 to 128 of them; the reasons a password is weak are the refusal's detail. */
export const Password = z.string().min(1).max(128)
export const weakPassword = z.object({ reason: z.enum(['too-short', 'too-common', 'contains-name']) })

/** M3, M4: provisional registration. The answer is the same whether or not the mail is known. */
export const register = request('identity.call.register.v1', {
  input: Profile.extend({
    cityId: CityId,
    group: Group.optional(),
    password: Password,
    language: Language.default('ja'),
    acceptedTermsVersion: z.string().max(40),
    source: z
      .string()
      .max(64)
      .describe('network of the caller, for the budget; never stored with the person'),
  }),
  output: z.object({}),
  refusals: {
    'unknown-city': bare,
    'terms-outdated': z.object({ termsVersion: z.string() }),
    'weak-password': weakPassword,
    'birth-date-impossible': bare,
    'too-many-attempts': z.object({ retryAfterSeconds: z.int() }),
    'password-work-full': z.object({ retryAfterSeconds: z.int() }),
  },
})

/** M5: full registration, by POST only; the token works once. */
export const confirmRegistration = request('identity.call.confirm-registration.v1', {
  input: z.object({ token: z.string().max(200) }),
  output: z.object({ memberNumber: MemberNumber }),
  refusals: { 'token-not-valid': bare },
})

export const LoginName = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), mail: MailAddress }),
  z.object({ kind: z.literal('member-number'), memberNumber: MemberNumber }),
])

/** S3, M9: password first; the mailed code follows. Unknown person and wrong password are one refusal, in the same time. */
export const startLogin = request('identity.call.start-login.v1', {
  input: z.object({ cityId: CityId, login: LoginName, password: Password, source: z.string().max(64) }),
  output: z.object({ challengeId: ChallengeId, expiresAt: Instant }),
  refusals: {
    'unknown-city': bare,
    'login-kind-not-offered': z.object({ offered: z.array(z.enum(['mail', 'member-number'])) }),
    'credentials-wrong': bare,
    'too-many-attempts': z.object({ retryAfterSeconds: z.int() }),
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
  /** S8, S9: until a new password is set, this session may do nothing else. */
  mustChangePassword: z.boolean(),
  expiresAt: Instant,
})
export type Session = z.infer<typeof Session>

/** M9: six digits, 180 s by the database's clock, once, at most five tries. `token` is shown here and never again. */
export const finishLogin = request('identity.call.finish-login.v1', {
  input: z.object({ challengeId: ChallengeId, code: z.string().max(20) }),
  output: z.object({ token: z.string(), session: Session }),
  refusals: { 'code-wrong': z.object({ triesLeft: z.int() }), 'code-not-valid': bare },
})

export const findSession = request('identity.call.find-session.v1', {
  input: z.object({ token: z.string().max(200) }),
  output: Session,
  refusals: { 'no-session': bare },
})

export const logout = request('identity.call.logout.v1', {
  input: z.object({ token: z.string().max(200) }),
  output: z.object({}),
  refusals: {},
})

export const Permission = z.object({
  personId: PersonId,
  cityId: CityId,
  status: PermissionStatus,
  version: z.int(),
  reason: z.string().nullable(),
  changedAt: Instant.nullable(),
})
export type Permission = z.infer<typeof Permission>

/** M8: the applicant sees the state at any time. */
export const getPermission = request('identity.call.get-permission.v1', {
  input: z.object({ actor: Actor, cityId: CityId }),
  output: Permission,
  refusals: {},
})

/** M7: 利用申請. Applying again while 申請中 or 承認 changes nothing and answers the state. */
export const applyPermission = request('identity.call.apply-permission.v1', {
  input: z.object({ actor: Actor, cityId: CityId }),
  output: Permission,
  refusals: { 'unknown-city': bare, suspended: bare },
})

const staleState = { 'state-changed': z.object({ status: PermissionStatus, version: z.int() }) }

/** M7: how a person was reached. */
export const ContactWay = z.enum(['phone', 'sms', 'counter'])

/** M7: approval needs the record of the call or SMS that confirmed the person: one on the log, or `contact` told with it. */
export const approvePermission = request('identity.call.approve-permission.v1', {
  input: z.object({
    actor: Actor,
    personId: PersonId,
    expectedVersion: z.int(),
    contact: z.object({ by: ContactWay, note: line(200).optional() }).optional(),
  }),
  output: Permission,
  refusals: { ...staffOnly, ...staleState, 'contact-needed': bare },
})

export const returnPermission = request('identity.call.return-permission.v1', {
  input: z.object({ actor: Actor, personId: PersonId, expectedVersion: z.int(), reason: line(400) }),
  output: Permission,
  refusals: { ...staffOnly, ...staleState },
})

/** Brings people of an old system or of the demo in as they are; the system itself is the caller, so no gateway route exists. */
export const importPerson = request('identity.call.import-person.v1', {
  input: Profile.extend({
    cityId: CityId,
    memberNumber: MemberNumber,
    group: Group.optional(),
    password: Password,
    role: Role,
    permission: PermissionStatus,
    language: Language.default('ja'),
  }),
  output: z.object({ personId: PersonId }),
  refusals: { 'already-known': bare, 'password-work-full': z.object({ retryAfterSeconds: z.int() }) },
})

/** Claim check of notification: facts are read at send time, so no event carries an address or a code. */
export const getRecipient = request('identity.call.get-recipient.v1', {
  input: z.object({ personId: PersonId }),
  output: z.object({ name: z.string(), mail: z.string(), language: Language }),
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
  }),
  refusals: { 'not-found': bare, expired: bare },
})

/** Mail I: the state as it is when the mail goes out, and the reason of a return. */
export const getPermissionMail = request('identity.call.get-permission-mail.v1', {
  input: z.object({ personId: PersonId, cityId: CityId }),
  output: z.object({ status: PermissionStatus, reason: z.string().nullable() }),
  refusals: notFound,
})

export const registrationStarted = event(
  'identity.event.registration-started.v1',
  z.object({ registrationId: RegistrationId, cityId: CityId }),
)
export const personConfirmed = event(
  'identity.event.person-confirmed.v1',
  z.object({ personId: PersonId, cityId: CityId }),
)
export const loginCodeIssued = event(
  'identity.event.login-code-issued.v1',
  z.object({ challengeId: ChallengeId, expiresAt: Instant }),
)
export const sessionEnded = event(
  'identity.event.session-ended.v1',
  z.object({ sessionId: z.uuid(), personId: PersonId }),
)
/** The reason of a return is read at send time with getPermissionMail, never carried. Age is needed for M15: only the birth date's effect travels. */
export const permissionChanged = snapshot(
  'identity.event.permission-changed.v1',
  z.object({
    personId: PersonId,
    cityId: CityId,
    status: PermissionStatus,
    adultFrom: LocalDate,
    alikeId: PersonId.optional().describe(
      'G3: the oldest account of who looks like the same person; the own id for most',
    ),
  }),
)
