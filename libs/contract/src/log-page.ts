import { z } from 'zod'

/** How a log is read, newest first: `after` is the `next` of the page before. */
export const logPage = {
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.int().min(1).max(100).default(50),
}

/** A page of what it keeps, newest first. */
export function logOf<Line extends z.ZodType>(line: Line) {
  return z.object({ items: z.array(line), next: z.string().nullable() })
}
