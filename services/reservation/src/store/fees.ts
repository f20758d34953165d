import type { Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Fee } from '../domain/fee.ts'
import { findReservation, type StoredReservation } from './reservations.ts'
import type { Tables } from './schema.ts'

/** G10: another fee for a locked booking, which is its next version. */
export async function saveFee(
  tx: Transaction<Tables>,
  { reservationId, version }: StoredReservation,
  { yen, fee }: Fee,
): Promise<StoredReservation> {
  await sql`update reservations set yen = ${yen}, fee = ${fee ? JSON.stringify(fee) : null}::jsonb, version = ${version + 1}
    where reservation_id = ${reservationId} and version = ${version}`.execute(tx)
  const saved = await findReservation(tx, reservationId)
  if (saved?.version !== version + 1) throw new Error('a locked booking changed')
  return saved
}
