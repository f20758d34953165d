import type { Params } from '@asaichi/wording/markup.ts'
import type { Key } from './catalogue.ts'

/** A sentence that is put into the reader's language when it is shown; a bare text is shown as it is. */
export type Message = { readonly k: Key; readonly p?: Params } | string

export function say(k: Key, p?: Params): Message {
  return p === undefined ? { k } : { k, p }
}
