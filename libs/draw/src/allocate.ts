import type {
  DrawEntry,
  DrawResult,
  DrawWish,
  FrozenRound,
  WishVerdict,
} from '@asaichi/contract/lottery/draw-bundle.ts'

type Terms = Pick<FrozenRound, 'rule' | 'listings'> & { readonly excluded: ReadonlySet<string> }
type Span = { readonly from: string; readonly to: string }
type Books = {
  readonly rule: FrozenRound['rule']
  readonly spacesOf: ReadonlyMap<string, readonly string[]>
  readonly takenOf: Map<string, Span[]>
  readonly winsOf: Map<string, DrawWish[]>
}

/** Greedy in rank order: each entry gets the first of its wishes that is still to be had under overlap, G2 and G3. */
export function allocate(ranked: readonly DrawEntry[], terms: Terms): readonly DrawResult[] {
  const books: Books = {
    rule: terms.rule,
    spacesOf: new Map(terms.listings.map(({ listingId, spaceIds }) => [listingId, spaceIds])),
    takenOf: new Map(),
    winsOf: new Map(),
  }
  return ranked.map((entry, index) => {
    const place = { entryId: entry.entryId, position: index + 1 }
    if (terms.excluded.has(entry.entryId)) return { ...place, outcome: 'excluded', wish: null, verdicts: [] }
    return { ...place, ...tryWishes(entry, books) }
  })
}

function tryWishes(entry: DrawEntry, books: Books): Pick<DrawResult, 'outcome' | 'wish' | 'verdicts'> {
  const verdicts: WishVerdict[] = []
  for (const [index, wish] of entry.wishes.entries()) {
    const verdict = judge(entry, wish, books)
    verdicts.push(verdict)
    if (verdict === 'won') {
      book(entry, wish, books)
      return { outcome: 'won', wish: index, verdicts }
    }
  }
  return { outcome: 'lost', wish: null, verdicts }
}

function judge({ entrant, priorWins }: DrawEntry, wish: DrawWish, books: Books): WishVerdict {
  const { winsPerMonth, winsPerDay } = books.rule
  const wins = books.winsOf.get(entrant) ?? []
  const sameDay = wins.filter(({ date }) => date === wish.date)
  if (winsPerMonth !== null && priorWins + wins.length >= winsPerMonth) return 'month-limit'
  if (sameDay.length >= winsPerDay) return 'day-limit'
  if (sameDay.some(win => overlaps(win, wish))) return 'own-overlap'
  return spaceDays(wish, books.spacesOf).some(key =>
    books.takenOf.get(key)?.some(span => overlaps(span, wish)),
  )
    ? 'taken'
    : 'won'
}

function book({ entrant }: DrawEntry, wish: DrawWish, { winsOf, takenOf, spacesOf }: Books): void {
  winsOf.set(entrant, [...(winsOf.get(entrant) ?? []), wish])
  for (const key of spaceDays(wish, spacesOf)) takenOf.set(key, [...(takenOf.get(key) ?? []), wish])
}

/** One key for each space that a wish takes on its day (M13). */
export function spaceDays(
  { listingId, date }: DrawWish,
  spacesOf: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const spaceIds = spacesOf.get(listingId)
  if (!spaceIds) throw new RangeError('A wish for a listing that the round does not have')
  return spaceIds.map(spaceId => `${date} ${spaceId}`)
}

/** Both `[from, to)`: times of day of one form compare as text. */
export function overlaps(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to
}
