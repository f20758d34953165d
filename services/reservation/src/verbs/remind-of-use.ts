import { reservationNears } from '@asaichi/contract/reservation/reservation.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { reminderAt } from '../domain/reminder.ts'
import type { StoredReservation } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { lockWithDay, tell } from './change-state.ts'

/** Mail L: one row an approved booking. Who is approved after that moment has just been told everything. */
export async function remindLater(
  tx: Transaction<Tables>,
  { reservationId, date }: StoredReservation,
  now: string,
): Promise<void> {
  const dueAt = reminderAt(date)
  if (dueAt > now) await schedule(tx, { kind: 'remind-of-use', key: reservationId, dueAt })
}

/** Mail L: a word the day before; none where the booking has ended meanwhile, or its use begun. */
export async function remindOfUse(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  const locked = await lockWithDay(tx, reservationId)
  if (locked?.reservation.status !== 'approved' || locked.now >= locked.reservation.startsAt) return
  await tell(tx, reservationNears, { reservation: locked.reservation })
}
