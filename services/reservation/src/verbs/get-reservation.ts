import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getReservation as request } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findReceiptIdOf } from '../store/receipts.ts'
import { findReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { mayAnswer } from './change-state.ts'

/** One's own, or, for staff, anybody's of their city. */
export async function getReservation(
  db: Kysely<Tables>,
  { actor, reservationId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const reservation = await findReservation(db, reservationId)
  const mayRead = reservation && (reservation.personId === actor.personId || mayAnswer(actor, reservation))
  if (!mayRead) return refuse('not-found')
  return done({ ...withoutOccupancy(reservation), receiptId: await findReceiptIdOf(db, reservation) })
}
