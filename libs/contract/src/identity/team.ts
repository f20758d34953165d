import { z } from 'zod'
import { Actor, Language, Role } from '../actor.ts'
import { bare, event, notFound, request, staffOnly } from '../define.ts'
import { CityId, PersonId } from '../ids.ts'
import { logOf, logPage } from '../log-page.ts'
import { MailAddress } from '../text.ts'
import { Instant } from '../time.ts'
import { Password, Profile, weakPassword } from './account.ts'

const InvitationId = z.uuid()
const retryLater = z.object({ retryAfterSeconds: z.int() })

/** Who works for a city is its team; under `INSTALLATION` it is those who run it. */
export const TeamRole = Role.exclude(['resident'])
export type TeamRole = z.infer<typeof TeamRole>

const TeamMember = z.object({
  personId: PersonId,
  name: z.string(),
  mail: z.string(),
  role: TeamRole,
})
const Invitation = z.object({
  invitationId: InvitationId,
  mail: z.string(),
  role: TeamRole,
  expiresAt: Instant,
  isOver: z.boolean().describe('its 72 hours have passed unused'),
})

/** An admin sees the own city's team, an operator every one. */
export const listTeam = request('identity.call.list-team.v1', {
  input: z.object({ actor: Actor, cityId: CityId }),
  output: z.object({
    members: z.array(
      TeamMember.extend({ hasApp: z.boolean().default(false).describe('M9: logs in with an app’s code') }),
    ),
    invitations: z.array(Invitation),
  }),
  refusals: staffOnly,
})

/**
 * Mails a link that works once, for 72 hours; inviting the same address again replaces the link. An admin invites staff and
 * admins of the own city, an operator the admins of any city and other operators.
 */
export const invite = request('identity.call.invite.v1', {
  input: z.object({
    actor: Actor,
    cityId: CityId,
    mail: MailAddress,
    role: TeamRole,
    language: Language.default('ja'),
  }),
  output: Invitation,
  refusals: { ...staffOnly, 'unknown-city': bare, 'in-team-already': bare, 'too-many-attempts': retryLater },
})

/** For who is at the machine, before any operator can log in: the link itself, which is mailed to nobody. */
export const inviteOperator = request('identity.call.invite-operator.v1', {
  input: z.object({ mail: MailAddress }),
  output: z.object({ token: z.string(), expiresAt: Instant }),
  refusals: { 'in-team-already': bare },
})

export const withdrawInvitation = request('identity.call.withdraw-invitation.v1', {
  input: z.object({ actor: Actor, cityId: CityId, invitationId: InvitationId }),
  output: z.object({}),
  refusals: staffOnly,
})

/** What the holder of a link is invited to, and whether the address has an account already. Uses nothing up. */
export const getInvitation = request('identity.call.get-invitation.v1', {
  input: z.object({ token: z.string().max(200) }),
  output: z.object({
    cityId: CityId,
    role: TeamRole,
    mail: z.string(),
    hasAccount: z.boolean(),
    expiresAt: Instant,
  }),
  refusals: { 'token-not-valid': bare },
})

/**
 * Takes the invitation, once. An address without an account needs one; who has one keeps it, and logs in with its own password.
 * Nobody is logged in by the link. The birth date keeps staff from deciding about a second account of their own (A76).
 */
export const acceptInvitation = request('identity.call.accept-invitation.v1', {
  input: z.object({
    token: z.string().max(200),
    account: Profile.omit({ mail: true }).extend({ password: Password, language: Language }).optional(),
  }),
  output: z.object({ cityId: CityId, role: TeamRole }),
  refusals: {
    'token-not-valid': bare,
    'account-needed': bare,
    'weak-password': weakPassword,
    'birth-date-impossible': bare,
    'password-work-full': retryLater,
  },
})

const ofMember = { actor: Actor, cityId: CityId, personId: PersonId }
const keepsTheLast = { ...staffOnly, 'last-admin': bare }

/** Felt at once: sessions in the role before end. The last admin of a city, and the last operator, stay what they are. */
export const changeRole = request('identity.call.change-role.v1', {
  input: z.object({ ...ofMember, role: TeamRole }),
  output: TeamMember,
  refusals: keepsTheLast,
})

/** Off the team; the account stays, as that of a resident. */
export const removeMember = request('identity.call.remove-member.v1', {
  input: z.object(ofMember),
  output: z.object({}),
  refusals: keepsTheLast,
})

export const TeamAct = z.enum([
  'invite-member',
  'withdraw-invitation',
  'accept-invitation',
  'change-role',
  'remove-member',
  'remove-second-factor',
])

/** V4: what was done to a city's team, newest first; `by` is null where it was done at the machine. */
export const listTeamActs = request('identity.call.list-team-acts.v1', {
  input: z.object({ actor: Actor, cityId: CityId, ...logPage }),
  output: logOf(
    z.object({
      at: Instant,
      act: TeamAct,
      role: TeamRole.nullable(),
      by: z.string().nullable(),
      about: z.string().nullable().describe('a name, or the address of an invitation while it is kept'),
    }),
  ),
  refusals: staffOnly,
})

/** By claim check: gone once it was used, withdrawn, replaced or is over. */
export const getInvitationMail = request('identity.call.get-invitation-mail.v1', {
  input: z.object({ invitationId: InvitationId }),
  output: z.object({
    cityId: CityId,
    name: z.string(),
    mail: z.string(),
    language: Language,
    role: TeamRole,
    token: z.string(),
    expiresAt: Instant,
  }),
  refusals: notFound,
})

export const memberInvited = event(
  'identity.event.member-invited.v1',
  z.object({ invitationId: InvitationId, cityId: CityId }),
)
