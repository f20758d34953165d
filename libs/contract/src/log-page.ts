import { z } from 'zod'

/** How a log is read, newest first: `after` is the `next` of the page before. */
export const logPage = {
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.int().min(1).max(100).default(50),
}
