import type { DrawEntry, FrozenRound } from '@asaichi/contract/lottery/draw-bundle.ts'
import { type Check, failed, ok } from './check.ts'

/** Whether the frozen list is of one piece: sorted, every id once, every wish possible, one count of earlier wins per entrant. */
export function checkList(round: FrozenRound): Check {
  const problem = problemOfRound(round) ?? problemOfEntries(round) ?? problemOfEarlierWins(round.entries)
  return problem ? failed('list', `名簿に矛盾があります: ${problem}`) : ok('list', '名簿に矛盾はありません')
}

function problemOfRound({ dates, listings, entries }: FrozenRound): string | null {
  if (dates.first > dates.last || dates.first.slice(0, 7) !== dates.last.slice(0, 7))
    return '利用日が一つの月の中にありません'
  if (!isRising(listings.map(({ listingId }) => listingId))) return '施設の並びが番号順ではありません'
  if (!listings.every(({ spaceIds }) => isRising(spaceIds))) return '部屋の並びが番号順ではありません'
  if (!isRising(entries.map(({ entryId }) => entryId))) return '申込の並びが番号順ではありません'
  return null
}

function problemOfEntries({ entries, rule, dates, listings }: FrozenRound): string | null {
  const listingIds = new Set(listings.map(({ listingId }) => listingId))
  const bad = entries.find(
    ({ wishes }) =>
      wishes.length > rule.maxWishes ||
      wishes.some(
        ({ listingId, date, from, to }) =>
          !listingIds.has(listingId) || date < dates.first || date > dates.last || from >= to,
      ),
  )
  return bad ? `申込 ${bad.entryId} の希望が規則に合いません` : null
}

function problemOfEarlierWins(entries: readonly DrawEntry[]): string | null {
  const winsOf = new Map<string, number>()
  for (const { entryId, entrant, priorWins } of entries) {
    if ((winsOf.get(entrant) ?? priorWins) !== priorWins)
      return `申込 ${entryId} の当選済みの数が同じ申込者の中で違います`
    winsOf.set(entrant, priorWins)
  }
  return null
}

function isRising(ids: readonly string[]): boolean {
  return ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id)
}
