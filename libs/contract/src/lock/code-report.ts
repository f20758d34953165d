import { z } from 'zod'
import { Instant } from '../time.ts'

/** A full set of codes is replaced as one document, so the document has a bound. */
export const CODES_MAX = 256

/** `stored` alone means that the code is on the lock. `unconfirmed`: written, and the lock could not say whether it took. */
export const CodeResult = z.enum([
  'stored',
  'waiting',
  'unconfirmed',
  'duplicate',
  'no-room',
  'bad-format',
  'unsupported',
  'unreadable',
])
export type CodeResult = z.infer<typeof CodeResult>

/** How the lock's side knows, from reading the digits back to the bare word that a write was heard. */
export const CodeProof = z.enum(['value', 'checksum', 'occupancy', 'ack'])
export type CodeProof = z.infer<typeof CodeProof>

/** What a lock says of one code: of each in the set it works on, and of each that has left the set and is still on the lock. */
export const CodeReport = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
  result: CodeResult,
  proof: CodeProof.optional(),
  dueAt: Instant.optional().describe('of `waiting`: when it will be on the lock'),
})
export type CodeReport = z.infer<typeof CodeReport>
