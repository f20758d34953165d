import { entityTag } from './entity-tag.ts'
import type { Reply } from './responder.ts'

/** The answer to everybody's question: it may be kept, and is asked for again by its tag. */
export function openReply(value: unknown): Reply {
  const text = JSON.stringify(value)
  return { status: 200, text, etag: entityTag(text), headers: { 'cache-control': 'no-cache' } }
}
