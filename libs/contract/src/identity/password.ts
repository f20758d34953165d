import { z } from 'zod'
import { Language } from '../actor.ts'
import { bare, event, request } from '../define.ts'
import { CityId, MemberNumber, PersonId } from '../ids.ts'
import { MailAddress } from '../text.ts'
import { Instant, LocalDate } from '../time.ts'
import { Name, Password, weakPassword } from './account.ts'
import { Session } from './login.ts'

const HelpId = z.uuid()
const retryLater = z.object({ retryAfterSeconds: z.int() })

/**
 * S9: the answer, its time and what is written are the same whether or not anything matched; `name` may be the group's or its
 * representative's. Where a city logs in by mail, the address is enough; what else is given must match as well.
 */
export const requestPasswordHelp = request('identity.call.request-password-help.v1', {
  input: z.object({
    cityId: CityId,
    memberNumber: MemberNumber.optional(),
    name: Name.optional(),
    birthDate: LocalDate.optional(),
    mail: MailAddress,
    source: z.string().max(64).describe('network of the caller, for the budget; never stored'),
  }),
  output: z.object({}),
  refusals: { 'unknown-city': bare, 'number-needed': bare, 'too-many-attempts': retryLater },
})

/** Mail A, by claim check: not found where nothing matched, so that only the mailbox's owner learns that something did. */
export const getPasswordHelpMail = request('identity.call.get-password-help-mail.v1', {
  input: z.object({ helpId: HelpId }),
  output: z.object({
    cityId: CityId,
    name: z.string(),
    mail: z.string(),
    language: Language,
    password: z.string(),
    expiresAt: Instant,
  }),
  refusals: { 'not-found': bare, expired: bare },
})

/**
 * S8, S9: a session that must change its password needs no current one, every other does. All sessions of the person end and
 * `token` opens a new one.
 */
export const changePassword = request('identity.call.change-password.v1', {
  input: z.object({
    token: z.string().max(200),
    currentPassword: Password.optional(),
    newPassword: Password,
  }),
  output: z.object({ token: z.string(), session: Session }),
  refusals: {
    'no-session': bare,
    'current-password-wrong': bare,
    'weak-password': weakPassword,
    'same-password': bare,
    'too-many-attempts': retryLater,
    'password-work-full': retryLater,
  },
})

/** Told for every request alike, so that nobody who counts facts or mails learns who is known. */
export const passwordHelpAsked = event(
  'identity.event.password-help-asked.v1',
  z.object({ helpId: HelpId, cityId: CityId }),
)
export const passwordChanged = event(
  'identity.event.password-changed.v1',
  z.object({ changeId: z.uuid(), personId: PersonId, cityId: CityId }),
)
