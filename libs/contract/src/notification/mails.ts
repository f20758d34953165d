import { z } from 'zod'
import { Actor, Language } from '../actor.ts'
import { bare, event, request, staffOnly } from '../define.ts'
import { CityId, PersonId } from '../ids.ts'
import { StaffAct } from '../staff-act.ts'
import { Instant } from '../time.ts'
import { nameTranslations } from '../translations.ts'

/** Which mail it is, in words with hyphens; the kinds are the notification service's own. */
const MailKind = z.string().regex(/^[a-z]+(-[a-z]+)*$/)

/** W6: `to-tell` is for who has no mail and has to be told by telephone, letter or at the counter; `told` has been. */
export const MailStatus = z.enum(['waiting', 'sent', 'failed', 'dropped', 'to-tell', 'told'])

/** W6: how a person without mail was told. */
const ToldBy = z.enum(['phone', 'letter', 'counter'])

/** `undelivered`: given up, or tried in vain for half an hour and more. `letters`: what staff tell, told or not (W6). */
const MailFilter = z.enum([...MailStatus.options, 'undelivered', 'letters'])

/** Delivery state for staff: no address, no text. Newest first; what is to be told, oldest first. */
export const listMails = request('notification.call.list-mails.v1', {
  input: z.object({
    actor: Actor,
    status: MailFilter.optional(),
    personId: PersonId.optional().describe('to whom'),
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
        told: z.object({ by: ToldBy, at: Instant }).nullable().default(null),
      }),
    ),
  }),
  refusals: { 'not-allowed': bare },
})

/** B10: what was given up gets a new life, what waits is tried at once, and so is what was to be told to who has mail by now; safe to ask twice. */
export const sendMailAgain = request('notification.call.send-mail-again.v1', {
  input: z.object({ actor: Actor, mailId: z.uuid() }),
  output: z.object({}),
  refusals: { 'not-allowed': bare, 'not-found': bare, 'nothing-to-send': bare },
})

/**
 * W6: what a person without mail has to be told, in their language, as a letter to print; with the door codes where the mail has them, so
 * every look stands among the acts on that person (V4). Written anew at each look: what is overtaken is not told.
 */
export const openLetter = request('notification.call.open-letter.v1', {
  input: z.object({ actor: Actor, mailId: z.uuid() }),
  output: z.object({
    mailId: z.uuid(),
    personId: PersonId,
    name: z.string().describe('to whom'),
    language: Language,
    subject: z.string(),
    text: z.string(),
    status: z.enum(['to-tell', 'told']),
  }),
  refusals: { ...staffOnly, 'nothing-to-tell': bare, 'not-ready': bare },
})

/** W6: the person was told, how and by whom; a second press changes nothing. */
export const markTold = request('notification.call.mark-told.v1', {
  input: z.object({ actor: Actor, mailId: z.uuid(), by: ToldBy }),
  output: z.object({}),
  refusals: { ...staffOnly, 'nothing-to-tell': bare },
})

/** V4: a letter opened, or a person told. */
export const staffActed = event('notification.event.staff-acted.v1', StaffAct)

export const mailSent = event(
  'notification.event.mail-sent.v1',
  z.object({ mailId: z.uuid(), kind: MailKind, subjectId: z.string() }),
)
