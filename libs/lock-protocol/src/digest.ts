import { createHash } from 'node:crypto'
import type { CodeKind, LockWindow } from '@asaichi/contract/lock/topics.ts'

/** One code as both ends know it; `hash` is its keyed hash. */
export type DigestEntry = {
  readonly id: string
  readonly kind: CodeKind
  readonly windows: readonly LockWindow[]
  readonly hash: string
}

/** SHA-256 (hex) of the set, the same for any order of codes and windows; drift shows without showing a code. */
export function setDigest(codes: readonly DigestEntry[]): string {
  const entries = codes.map(canonical).toSorted()
  return createHash('sha256')
    .update(`[${entries.join(',')}]`)
    .digest('hex')
}

// `toSorted` compares UTF-16 units and ids are ASCII, so every implementation can sort alike: by the entry's JSON text.
function canonical({ id, kind, windows, hash }: DigestEntry): string {
  const spans = windows.map(window => [window.from, window.to]).toSorted(compareSpans)
  return JSON.stringify([id, kind, spans, hash])
}

function compareSpans(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one.join(), other.join()]
  return a < b ? -1 : a > b ? 1 : 0
}
