import { file, serviceEnv } from '@asaichi/service/env.ts'
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
  SMTP_TLS: z
    .enum(['required', 'offered'])
    .default('required')
    .describe(
      'Mails hold door codes: a relay at `smtp` that offers no STARTTLS is given none, but on this machine itself. `offered` sends them in clear where it must.',
    ),
  SMTP_TLS_CA: file.describe('A file with who vouches for the relay, instead of the public authorities.'),
  MAIL_FROM: Sender.prefault('Asaichi <no-reply@asaichi.example>').describe(
    '`Name <address>`, the From of every mail.',
  ),
})
export type Config = z.output<typeof config>
