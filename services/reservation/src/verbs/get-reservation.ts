import type { Actor } from '@asaichi/contract/actor.ts'
import type { HeadcountRules } from '@asaichi/contract/catalog/headcount.ts'
import type { PointRules } from '@asaichi/contract/catalog/points.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getReservation as request } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { headcountUntil, kindsOf } from '../domain/headcount.ts'
import { isOver, mayBecome } from '../domain/reservation.ts'
import { findPolicy } from '../store/copies.ts'
import { findPointsOf } from '../store/points.ts'
import { findReceiptIdOf } from '../store/receipts.ts'
import { findReservation, type StoredReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { mayAnswer } from './change-state.ts'
import { pointOf } from './point-of.ts'
import { pointsOfCancel } from './points-of-cancel.ts'

type Asked = { readonly rules: HeadcountRules | undefined; readonly actor: Actor }

/** One's own, or, for staff, anybody's of their city. */
export async function getReservation(
  db: Kysely<Tables>,
  { actor, reservationId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const reservation = await findReservation(db, reservationId)
  const mayRead = reservation && (reservation.personId === actor.personId || mayAnswer(actor, reservation))
  if (!mayRead) return refuse('not-found')
  const policy = await findPolicy(db, reservation.cityId)
  return done({
    ...withoutOccupancy(reservation),
    receiptId: await findReceiptIdOf(db, reservation),
    ...(await pointsSaid(db, reservation, policy?.points)),
    ...(await headcountAsked(db, reservation, { rules: policy?.headcount, actor })),
  })
}

/** G15: nothing before the use is over, nor once it is too late. */
async function headcountAsked(db: Kysely<Tables>, reservation: StoredReservation, { rules, actor }: Asked) {
  const kinds = kindsOf(reservation, rules)
  if (!kinds) return {}
  const now = await townNow(db)
  const until = headcountUntil(reservation, { rules, isOwner: reservation.personId === actor.personId })
  return isOver(reservation, now) && now < until ? { headcountAsked: { kinds: [...kinds], until } } : {}
}

/** G8: what it gave, and what its owner's cancel would give as long as there is something to cancel. */
async function pointsSaid(db: Kysely<Tables>, reservation: StoredReservation, rules: PointRules | undefined) {
  if (!rules) return {}
  const points = (await findPointsOf(db, reservation.reservationId)).map(pointOf)
  const now = await townNow(db)
  if (!mayBecome(reservation, 'cancelled', now)) return { points }
  return { points, cancelPoints: await pointsOfCancel(db, rules, { reservation, now }) }
}
