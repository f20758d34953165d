import type { PointRules } from '@asaichi/contract/catalog/points.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { lateFrom } from '../domain/points.ts'
import { findReservation, type StoredReservation } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import type { Locked } from './change-state.ts'

/**
 * G8: what its owner's cancel gives now. Only what was approved counts: nobody is to be worse off for taking back an application
 * than for letting it expire. A booking that was moved away when it was late already (M30) stays late.
 */
export async function pointsOfCancel(
  db: Kysely<Tables>,
  rules: PointRules | undefined,
  { reservation, now }: Locked,
): Promise<number> {
  if (!rules?.lateCancel) return 0
  let at = now
  for (let each: StoredReservation | undefined = reservation; each; ) {
    const from = lateFrom(rules, each.date)
    if (each.number !== null && from !== undefined && from <= at) return rules.lateCancel.points
    at = each.requestedAt
    each = each.movedFrom ? await findReservation(db, each.movedFrom.reservationId) : undefined
  }
  return 0
}
