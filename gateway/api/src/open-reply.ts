import { createHash } from 'node:crypto'
import type { Reply } from './responder.ts'

/** The answer to everybody's question: it may be kept, and is asked for again by its tag. */
export function openReply(value: unknown): Reply {
  const text = JSON.stringify(value)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  return { status: 200, text, etag, headers: { 'cache-control': 'no-cache' } }
}
