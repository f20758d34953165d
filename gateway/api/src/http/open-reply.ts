import { createBoundedMap } from '@asaichi/service/bounded-map.ts'
import { codedText, type Forms } from '../web/coded-text.ts'
import { entityTag } from './entity-tag.ts'
import type { Reply } from './responder.ts'

// What is shorter fits the first packet anyway.
const SHORTEST = 1_200
const MOST_KEPT = 300
const NONE: Forms = new Map()

/** By entity tag, which is the content's: no answer is ever given that another text would have. */
const coded = createBoundedMap<Forms>(MOST_KEPT)

/**
 * The answer to everybody's question: it may be kept, and is asked for again by its tag. A text that was answered before is
 * compressed by now; the first time nobody waits for it.
 */
export function openReply(value: unknown): Reply {
  const text = JSON.stringify(value)
  const etag = entityTag(text)
  const reply = { status: 200, text, etag, headers: { 'cache-control': 'no-cache' } } as const
  return text.length < SHORTEST ? reply : { ...reply, coded: formsOf(text, etag) }
}

function formsOf(text: string, etag: string): Forms {
  const known = coded.get(etag)
  if (known) return known
  coded.set(etag, NONE)
  void codedText(text, etag).then(
    forms => coded.set(etag, forms),
    () => coded.delete(etag),
  )
  return NONE
}
