import { serviceEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** `Name <address>`, as the From of every mail. */
const Sender = z
  .string()
  .regex(/^[^<>\r\n]+ <[^<>\s@]+@[^<>\s@]+>$/, 'Name <address>')
  .transform(text => {
    const at = text.lastIndexOf('<')
    return { name: text.slice(0, at).trim(), address: text.slice(at + 1, -1) }
  })

export const config = serviceEnv.extend({
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .meta({ description: 'The relay that takes the mails, with its account if it wants one.', secret: true }),
  MAIL_FROM: Sender.prefault('Asaichi <no-reply@asaichi.example>').describe(
    '`Name <address>`, the From of every mail.',
  ),
})
export type Config = z.output<typeof config>
