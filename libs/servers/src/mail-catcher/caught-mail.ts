import { z } from 'zod'

/** A mail as it arrived; `to` are the recipients of the envelope, `receivedAt` an instant of the real clock. */
export const CaughtMail = z.object({
  id: z.int().positive(),
  to: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  messageId: z.string(),
  receivedAt: z.string(),
  headers: z.record(z.string(), z.string()),
  /** Files that are text. */
  attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), text: z.string() })).default([]),
})
export type CaughtMail = z.infer<typeof CaughtMail>
