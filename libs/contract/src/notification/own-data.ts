import { z } from 'zod'
import { Actor } from '../actor.ts'
import { request } from '../define.ts'
import { Instant } from '../time.ts'
import { nameTranslations } from '../translations.ts'
import { listMails, MailStatus } from './mails.ts'

/** V10: what was mailed to one, or told by staff, by kind and time; the newest first, at most 1,000. The texts are kept nowhere. */
export const listMyMails = request('notification.call.list-my-mails.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({
    items: z.array(
      z.object({
        name: listMails.output.shape.items.element.shape.name,
        translations: nameTranslations,
        status: MailStatus,
        queuedAt: Instant,
        sentAt: Instant.nullable(),
      }),
    ),
  }),
  refusals: {},
})
