import { slotTimes } from '@asaichi/calendar/grid.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type {
  DrawCommitment,
  DrawEntry,
  DrawRule,
  DrawWish,
  FrozenRound,
} from '@asaichi/contract/lottery/draw-bundle.ts'
import type { Round } from '@asaichi/contract/lottery/rounds.ts'
import type { OpenRound } from '@asaichi/draw/entry-list.ts'
import { findBookable, spacesOf } from './bookable.ts'

type DrawListing = FrozenRound['listings'][number]
type ListedWish = DrawWish & { readonly spaceIds: readonly string[] }
export type ListedEntry = {
  readonly entryId: string
  readonly personId: string
  readonly priorWins: number | null
  readonly wishes: readonly ListedWish[]
}

/** What the bundle says of a round besides its list. */
export function openRoundOf(
  round: Round,
  terms: {
    readonly rule: DrawRule
    readonly commitment: DrawCommitment
    readonly listings: readonly DrawListing[]
  },
): OpenRound {
  const { roundId, cityId, dates, opensAt, closesAt, drawAt } = round
  const { rule, commitment, listings } = terms
  return {
    bundleVersion: rule.version,
    roundId,
    cityId,
    dates,
    opensAt,
    closesAt,
    drawAt,
    rule,
    commitment,
    listings: [...listings],
  }
}

/** What each wished listing takes now; one the catalogue has dropped takes what it took when it was wished for. */
export function listingsOf(
  entries: readonly Pick<ListedEntry, 'wishes'>[],
  venues: readonly Venue[],
): readonly DrawListing[] {
  const remembered = new Map<string, readonly string[]>()
  for (const { listingId, spaceIds } of entries.flatMap(entry => entry.wishes))
    remembered.set(listingId, spaceIds)
  return [...remembered].map(([listingId, spaceIds]) => {
    const bookable = findBookable(venues, listingId)
    return { listingId, spaceIds: [...(bookable ? spacesOf(bookable) : spaceIds)] }
  })
}

/** An entry as the public sees it: no name, no number, and a pseudonym of this one round. */
export function drawEntryOf(entry: ListedEntry, entrantOf: (personId: string) => string): DrawEntry {
  return {
    entryId: entry.entryId,
    entrant: entrantOf(entry.personId),
    priorWins: entry.priorWins ?? 0,
    wishes: entry.wishes.map(({ listingId, date, from, to }) => ({ listingId, date, from, to })),
  }
}

/** Half hours of a space that more than one entry wishes for: what there is to be drawn. */
export function contestedSlots(round: Pick<FrozenRound, 'entries' | 'listings'>): number {
  const spaces = new Map(round.listings.map(({ listingId, spaceIds }) => [listingId, spaceIds]))
  const wishers = new Map<string, Set<string>>()
  for (const { entryId, wishes } of round.entries)
    for (const wish of wishes)
      for (const slot of slotsOf(wish, spaces.get(wish.listingId) ?? []))
        wishers.set(slot, (wishers.get(slot) ?? new Set()).add(entryId))
  return [...wishers.values()].filter(entries => entries.size > 1).length
}

function slotsOf({ date, from, to }: DrawWish, spaceIds: readonly string[]): readonly string[] {
  return spaceIds.flatMap(spaceId => slotTimes(from, to).map(time => `${date} ${spaceId} ${time}`))
}
