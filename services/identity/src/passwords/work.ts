import { z } from 'zod'

export const Work = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hash'), password: z.string() }),
  z.object({ kind: z.literal('verify'), password: z.string(), phc: z.string() }),
])
/** What a password worker is asked. */
export type Work = z.infer<typeof Work>

export const Result = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hashed'), phc: z.string() }),
  z.object({ kind: z.literal('verified'), matches: z.boolean() }),
  z.object({ kind: z.literal('failed') }),
])
/** What it answers; a failure carries no text, because an error's could quote the password. */
export type Result = z.infer<typeof Result>
