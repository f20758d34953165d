import type { DrawEntry, FrozenRound } from '@asaichi/contract/lottery/draw-bundle.ts'
import { canonical } from './canonical.ts'
import { bytesToHex, utf8ToBytes } from './hash.ts'
import { type MerkleTree, merkleTree, rootOf } from './merkle.ts'

/** All that is known of a round before its list is frozen. */
export type OpenRound = Omit<FrozenRound, 'freeze' | 'entries'>
type RoundTerms = OpenRound & { readonly freeze: Omit<FrozenRound['freeze'], 'root'> }

/** Closes the list for good: sorts it and takes its root. The order in which rows come does not matter. */
export function freezeRound(round: OpenRound, rows: readonly DrawEntry[], at: string): FrozenRound {
  const entries = rows.toSorted(byEntryId)
  const listings = round.listings
    .map(listing => ({ ...listing, spaceIds: listing.spaceIds.toSorted() }))
    .toSorted((one, other) => (one.listingId < other.listingId ? -1 : 1))
  const terms = { ...round, listings, freeze: { at, count: entries.length } }
  return {
    ...terms,
    freeze: { ...terms.freeze, root: bytesToHex(rootOf(entryTree(terms, entries))) },
    entries,
  }
}

/** The tree whose leaf 0 is the round itself, so that no rule or listing can change after the freeze, and then the entries. */
export function entryTree(round: RoundTerms, entries: readonly DrawEntry[]): MerkleTree {
  return merkleTree([roundLeaf(round), ...entries.map(canonical)].map(utf8ToBytes))
}

function roundLeaf(round: RoundTerms): string {
  const { bundleVersion, roundId, cityId, dates, opensAt, closesAt, drawAt, rule, commitment, listings } =
    round
  const freeze = { at: round.freeze.at, count: round.freeze.count }
  const times = { opensAt, closesAt, drawAt, freeze }
  return canonical({ bundleVersion, roundId, cityId, dates, ...times, rule, commitment, listings })
}

/** By id as text; for use with `toSorted`. */
export function byEntryId(one: { readonly entryId: string }, other: { readonly entryId: string }): number {
  return one.entryId < other.entryId ? -1 : one.entryId > other.entryId ? 1 : 0
}
