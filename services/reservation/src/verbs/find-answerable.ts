import type { Call } from '@asaichi/bus/call.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { findReservation } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { mayAnswer } from './change-state.ts'
import { ownAccounts } from './own-accounts.ts'

export type Asking = { readonly db: Kysely<Tables>; readonly call: Call }

/**
 * The booking, for staff of its city to whom it does not belong under any account (A76). Asked outside the transaction that
 * decides, so that no lock waits for another service.
 */
export async function findAnswerable({ db, call }: Asking, actor: Actor, reservationId: string) {
  if (actor.role === 'resident') return refuse('not-allowed')
  const seen = await findReservation(db, reservationId)
  if (!seen || !mayAnswer(actor, seen)) return refuse('not-found')
  const own = await ownAccounts(call, actor, [seen.personId])
  return own.has(seen.personId) ? refuse('own-booking') : done(seen)
}
