import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getReceipt as request } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { rankIn } from '../domain/opening-pool.ts'
import { findPoolOf } from '../store/opening-pools.ts'
import { findReceipt } from '../store/receipts.ts'
import type { Tables } from '../store/schema.ts'

/** V2: its owner's, or, so that the city can answer "why not me", its staff's. */
export async function getReceipt(
  db: Kysely<Tables>,
  { actor, receiptId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const receipt = await findReceipt(db, receiptId)
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
