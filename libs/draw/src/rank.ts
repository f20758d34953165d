import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { byEntryId } from './entry-list.ts'
import { bytesToHex, hexToBytes, utf8ToBytes } from './hash.ts'

/**
 * D17: HMAC-SHA256(seed, roundId ‖ entryId), hex, for one round. No shuffle and so no modulo bias, and each entry's rank is its own:
 * an entry that drops out moves nobody.
 */
export function ranking(seed: string, roundId: string): (entryId: string) => string {
  const keyed = hmac.create(sha256, hexToBytes(seed)).update(utf8ToBytes(roundId))
  return entryId => bytesToHex(keyed.clone().update(utf8ToBytes(entryId)).digest())
}

/** The entries in the order of the draw. */
export function rankEntries<Entry extends { readonly entryId: string }>(
  entries: readonly Entry[],
  { seed, roundId }: { readonly seed: string; readonly roundId: string },
): readonly Entry[] {
  const rankOf = ranking(seed, roundId)
  const ranked = entries.map(entry => ({ entry, entryId: entry.entryId, rank: rankOf(entry.entryId) }))
  return ranked.toSorted(byRank).map(({ entry }) => entry)
}

type Ranked = { readonly entryId: string; readonly rank: string }

function byRank(one: Ranked, other: Ranked): number {
  return one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : byEntryId(one, other)
}
