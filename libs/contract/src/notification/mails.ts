import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, event, request } from '../define.ts'
import { CityId, PersonId } from '../ids.ts'
import { Instant } from '../time.ts'

/**
 * The letters are those of the rules: A temporary password, B confirm, C login code or one for a new address, D entry received, E and F its result,
 * G received, H approved, I permission, J refused, K cancelled, M codes changed, O expired, P password or mail address changed, R a watched time
 * reopened (G5); the rest have their own issues.
 * B to someone already registered is the same kind: a list must not tell who was known. Won and lost are one kind too: what is
 * told of a mail must not tell a result.
 */
export const MailKind = z.enum([
  'confirm-registration',
  'login-code',
  'password-help',
  'password-changed',
  'mail-change-code',
  'mail-changed',
  'entry-received',
  'entry-result',
  'reservation-received',
  'reservation-approved',
  'permission-changed',
  'reservation-refused',
  'reservation-cancelled',
  'reservation-expired',
  'codes-changed',
  'time-reopened',
])
export type MailKind = z.infer<typeof MailKind>

export const MailStatus = z.enum(['waiting', 'sent', 'failed', 'dropped'])

/** `undelivered`: given up, or tried in vain for half an hour and more. */
const MailFilter = z.enum([...MailStatus.options, 'undelivered'])

/** Delivery state for staff: no address, no text. */
export const listMails = request('notification.call.list-mails.v1', {
  input: z.object({
    actor: Actor,
    status: MailFilter.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({
    items: z.array(
      z.object({
        mailId: z.uuid(),
        kind: MailKind,
        cityId: CityId,
        subjectId: z.string().describe('what it is about: an id, for a permission `city/person`'),
        personId: PersonId.nullable().describe('to whom, where the mail is about one person only'),
        status: MailStatus,
        attempts: z.int(),
        lastError: z.string().nullable(),
        queuedAt: Instant,
        sentAt: Instant.nullable(),
      }),
    ),
  }),
  refusals: { 'not-allowed': bare },
})

/** B10: what was given up gets a new life, what waits is tried at once; safe to ask twice. */
export const sendMailAgain = request('notification.call.send-mail-again.v1', {
  input: z.object({ actor: Actor, mailId: z.uuid() }),
  output: z.object({}),
  refusals: { 'not-allowed': bare, 'not-found': bare, 'nothing-to-send': bare },
})

export const mailSent = event(
  'notification.event.mail-sent.v1',
  z.object({ mailId: z.uuid(), kind: MailKind, subjectId: z.string() }),
)
