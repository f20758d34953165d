import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getReservation as request } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { mayBecome } from '../domain/reservation.ts'
import { findPolicy } from '../store/copies.ts'
import { findPointsOf } from '../store/points.ts'
import { findReceiptIdOf } from '../store/receipts.ts'
import { findReservation, type StoredReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { mayAnswer } from './change-state.ts'
import { pointOf } from './point-of.ts'
import { pointsOfCancel } from './points-of-cancel.ts'

/** One's own, or, for staff, anybody's of their city. */
export async function getReservation(
  db: Kysely<Tables>,
  { actor, reservationId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const reservation = await findReservation(db, reservationId)
  const mayRead = reservation && (reservation.personId === actor.personId || mayAnswer(actor, reservation))
  if (!mayRead) return refuse('not-found')
  return done({
    ...withoutOccupancy(reservation),
    receiptId: await findReceiptIdOf(db, reservation),
    ...(await pointsSaid(db, reservation)),
  })
}

/** G8: what it gave, and what its owner's cancel would give as long as there is something to cancel. */
async function pointsSaid(db: Kysely<Tables>, reservation: StoredReservation) {
  const rules = (await findPolicy(db, reservation.cityId))?.points
  if (!rules) return {}
  const points = (await findPointsOf(db, reservation.reservationId)).map(pointOf)
  const now = await townNow(db)
  if (!mayBecome(reservation, 'cancelled', now)) return { points }
  return { points, cancelPoints: await pointsOfCancel(db, rules, { reservation, now }) }
}
