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
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: Sender.prefault('Asaichi <no-reply@asaichi.example>'),
})
export type Config = z.output<typeof config>
