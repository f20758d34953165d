import { localDateOf } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listBills as request } from '@asaichi/contract/reservation/money.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { listBillsOfCity, nextBill } from '../store/bill-lists.ts'
import { findPublic } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { billOf } from './get-bill.ts'

/** T10: what is owed, overdue, to be given back, or paid. */
export async function listBills(
  db: Kysely<Tables>,
  { actor, of, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const today = localDateOf(await townNow(db))
  const rows = await listBillsOfCity(db, actor.cityId, { of, today, after, limit })
  const bookings = await findPublic(
    db,
    rows.map(row => row.reservation_id),
  )
  const items = rows.flatMap(row => {
    const reservation = bookings.get(row.reservation_id)
    return reservation ? [{ bill: billOf(row, today), reservation, number: row.number }] : []
  })
  return done({ items, next: nextBill(rows, limit) })
}
