import { addMs } from '@asaichi/calendar/instant.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import { ranking } from '@asaichi/draw/rank.ts'
import { firstComeOf } from './decide.ts'

/** A pool as far as it was written, and when the date was opened for first-come (M18). */
export type KnownPool = {
  readonly pool: {
    readonly closesAt: string
    readonly presses: number
    readonly decidedAt: string | null
  } | null
  readonly openedAt: string | null
}

/** `none`: no pool, or one that is long over. `due`: it has closed, and nothing of the day may be decided before it. */
export type PoolPhase =
  | { readonly status: 'none' }
  | { readonly status: 'open'; readonly closesAt: string; readonly presses: number }
  | { readonly status: 'due' }
  | { readonly status: 'decided' }

/** How long whoever was in a pool is told what became of that press; after it the key is as free as any that was refused. */
const TOLD_MS = 600_000

/** G6: the pool begins with the opening, or with the draw's placing where that is later. */
export function poolPhase(
  { pool, openedAt }: KnownPool,
  of: { readonly policy: CityPolicy; readonly date: string; readonly now: string },
): PoolPhase {
  const { policy, date, now } = of
  if (pool && pool.decidedAt !== null)
    return { status: now < addMs(pool.decidedAt, TOLD_MS) ? 'decided' : 'none' }
  if (pool) return now < pool.closesAt ? { ...pool, status: 'open' } : { status: 'due' }
  const seconds = policy.openingPool?.seconds
  const waitsForDraw = policy.windows.lottery.kind !== 'none' && openedAt === null
  if (seconds === undefined || waitsForDraw) return { status: 'none' }
  const { opensAt } = firstComeOf(policy.windows, date)
  const from = openedAt !== null && openedAt > opensAt ? openedAt : opensAt
  const closesAt = addMs(from, seconds * 1_000)
  return from <= now && now < closesAt ? { status: 'open', closesAt, presses: 0 } : { status: 'none' }
}

export type PoolOf = { readonly seed: string; readonly venueId: string; readonly date: string }

/** G6: HMAC-SHA256(seed, venueId ‖ ' ' ‖ date ‖ receiptId), hex. The receipt's id is made when the press arrives, so even who knew the seed could not choose a rank. */
export function rankIn({ seed, venueId, date }: PoolOf): (receiptId: string) => string {
  return ranking(seed, `${venueId} ${date}`)
}

/** The presses in the order of their chance. */
export function inPoolOrder<Press extends { readonly ids: { readonly receiptId: string } }>(
  presses: readonly Press[],
  pool: PoolOf,
): readonly Press[] {
  const rankOf = rankIn(pool)
  return presses
    .map(press => ({ press, rank: rankOf(press.ids.receiptId) }))
    .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
    .map(({ press }) => press)
}
