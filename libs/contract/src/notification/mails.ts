import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, event, request } from '../define.ts'
import { CityId, PersonId } from '../ids.ts'
import { Instant } from '../time.ts'
import { nameTranslations } from '../translations.ts'

/** Which mail it is, in words with hyphens; the kinds are the notification service's own. */
const MailKind = z.string().regex(/^[a-z]+(-[a-z]+)*$/)

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
        name: z.string().describe('what staff call a mail of this kind'),
        translations: nameTranslations,
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
