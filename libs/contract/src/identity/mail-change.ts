import { z } from 'zod'
import { Actor, Language } from '../actor.ts'
import { serviceStopped } from '../catalog/service-stop.ts'
import { bare, event, notFound, request, staffOnly } from '../define.ts'
import { CityId, PersonId } from '../ids.ts'
import { line, MailAddress } from '../text.ts'
import { Instant } from '../time.ts'
import { Password } from './account.ts'
import { tooManyCodes } from './login.ts'
import { ContactWay } from './staff.ts'

const ChangeId = z.uuid()
const retryLater = z.object({ retryAfterSeconds: z.int() })

/**
 * M9: the new address is sent a code, and stays unused until it comes back. The answer never tells whether the address is
 * somebody's. The password is asked again, for with the address one takes the account.
 */
export const requestMailChange = request('identity.call.request-mail-change.v1', {
  input: z.object({ actor: Actor, mail: MailAddress, currentPassword: Password }),
  output: z.object({ changeId: ChangeId, expiresAt: Instant }),
  refusals: {
    ...serviceStopped,
    'same-mail': bare,
    'current-password-wrong': bare,
    'too-many-codes': tooManyCodes,
    'too-many-attempts': retryLater,
    'password-work-full': retryLater,
  },
})

/** Works once, with at most five tries; both addresses are mailed. Who owns the address may learn that it is registered already. */
export const confirmMailChange = request('identity.call.confirm-mail-change.v1', {
  input: z.object({ actor: Actor, changeId: ChangeId, code: z.string().max(20) }),
  output: z.object({ mail: MailAddress }),
  refusals: { 'code-wrong': z.object({ triesLeft: z.int() }), 'code-not-valid': bare, 'mail-taken': bare },
})

/** V4: staff, for a resident of their city whose mailbox is lost, after the call or visit that showed who it is. */
export const changeMailFor = request('identity.call.change-mail-for.v1', {
  input: z.object({
    actor: Actor,
    personId: PersonId,
    mail: MailAddress,
    contact: z.object({ by: ContactWay, note: line(200).optional() }),
  }),
  output: z.object({ mail: MailAddress }),
  refusals: { ...staffOnly, 'same-mail': bare, 'mail-taken': bare },
})

const Reader = z.object({ cityId: CityId, name: z.string(), mail: z.string(), language: Language })

/** Mail C to the new address, by claim check; too late once it was used, overtaken or its time is over. */
export const getMailChangeCode = request('identity.call.get-mail-change-code.v1', {
  input: z.object({ changeId: ChangeId }),
  output: Reader.extend({ code: z.string(), expiresAt: Instant }),
  refusals: { 'not-found': bare, expired: bare },
})

/** Mail P to the old or the new address; neither says the other one. */
export const getMailChangeNotice = request('identity.call.get-mail-change-notice.v1', {
  input: z.object({ changeId: ChangeId, address: z.enum(['old', 'new']) }),
  output: Reader,
  refusals: notFound,
})

export const mailChangeAsked = event('identity.event.mail-change-asked.v1', z.object({ changeId: ChangeId }))
export const mailChanged = event(
  'identity.event.mail-changed.v1',
  z.object({ changeId: ChangeId, personId: PersonId, cityId: CityId }),
)
