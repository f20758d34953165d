import { reservationExpired, reservationUsed } from '@asaichi/contract/reservation/reservation.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { mayBecome } from '../domain/reservation.ts'
import { release } from '../store/occupancies.ts'
import { changeReservation } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { lockWithDay, tell } from './change-state.ts'
import { endCharge } from './charge.ts'

/** M25: an application nobody answered by the start of use is 期限切れ. */
export async function expireReservation(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  const locked = await lockWithDay(tx, reservationId)
  if (!locked || !mayBecome(locked.reservation, 'expired', locked.now)) return
  const reservation = await changeReservation(tx, locked.reservation, { status: 'expired' })
  await release(tx, reservation.occupancyId)
  await endCharge(tx, reservation, { by: 'city', now: locked.now })
  await tell(tx, reservationExpired, { reservation })
}

/** An approved reservation whose time has ended is 利用済み; its occupancy stays as history of the room. */
export async function finishReservation(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  const locked = await lockWithDay(tx, reservationId)
  if (!locked || !mayBecome(locked.reservation, 'used', locked.now)) return
  const reservation = await changeReservation(tx, locked.reservation, { status: 'used' })
  await tell(tx, reservationUsed, { reservation })
}
