import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getReceipt as request } from '@asaichi/contract/reservation/reservation.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { rankIn } from '../domain/opening-pool.ts'
import { findVenue } from '../store/copies.ts'
import { findPoolOf } from '../store/opening-pools.ts'
import { findReceipt } from '../store/receipts.ts'

/** V2: its owner's, or, so that the city can answer "why not me", its staff's. */
export async function getReceipt(
  { db, receipts }: Pick<Context, 'db' | 'receipts'>,
  { actor, receiptId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const receipt = (await findReceipt(db, receiptId)) ?? (await findWaiting({ db, receipts }, receiptId))
  const mayRead =
    receipt &&
    (receipt.personId === actor.personId || (actor.role !== 'resident' && receipt.cityId === actor.cityId))
  if (!mayRead) return refuse('not-found')
  const { personId: _, venueId: __, cityId: ___, turn, ...shown } = receipt
  const pool = await findPoolOf(db, receiptId)
  const rank = pool && rankIn(pool)(receiptId)
  return done({
    ...shown,
    place: turn,
    outcome: receipt.reservationId ? 'accepted' : 'refused',
    rank: rank ?? null,
  })
}

/** A receipt on its way to the table; another replica's is found there a moment later. */
async function findWaiting({ db, receipts }: Pick<Context, 'db' | 'receipts'>, receiptId: string) {
  const receipt = receipts.find(receiptId)
  return receipt && { ...receipt, cityId: (await findVenue(db, receipt.venueId))?.cityId ?? null }
}
