import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getOpeningPool as request } from '@asaichi/contract/reservation/opening-pool.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { firstComeOf } from '../domain/decide.ts'
import { rankIn } from '../domain/opening-pool.ts'
import { commitmentTo } from '../pool-seeds.ts'
import { findPolicy } from '../store/copies.ts'
import { findDecided, findSeed } from '../store/opening-pools.ts'

/** G6: the commitment at any time before; seed and order once the pool is decided, so that anybody can do the sum again. */
export async function getOpeningPool(
  { db, listings, seeds }: Pick<Context, 'db' | 'listings' | 'seeds'>,
  { listingId, date, after = 0, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const bookable = await listings.find(listingId)
  if (!bookable) return refuse('not-found')
  const { venueId, cityId } = bookable.venue
  const day = { venueId, date }
  const policy = await findPolicy(db, cityId)
  const used = await findSeed(db, day)
  if (!policy || (!policy.openingPool && used === null)) return refuse('not-found')
  const rows = used === null ? [] : await findDecided(db, day, { after, limit })
  const rankOf = used === null ? undefined : rankIn({ ...day, seed: used })
  return done({
    venueId,
    date,
    opensAt: firstComeOf(policy.windows, date).opensAt,
    seconds: policy.openingPool?.seconds ?? null,
    seedHash: commitmentTo(used ?? seeds(day)),
    seed: used,
    presses: rankOf
      ? rows.map(({ receiptId, turn }) => ({ receiptId, rank: rankOf(receiptId), place: turn }))
      : [],
    next: rows.length === limit ? (rows.at(-1)?.turn ?? null) : null,
  })
}
