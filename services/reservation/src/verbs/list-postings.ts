import { daysBetween } from '@asaichi/calendar/local-date.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listPostings as request } from '@asaichi/contract/reservation/money.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { listPostingsOfCity, nextPosting } from '../store/bill-lists.ts'
import { postingOf } from '../store/bills.ts'
import { findPublic } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'

const MOST_DAYS = 62

/** T10: the city's ledger, for the treasury. */
export async function listPostings(
  db: Kysely<Tables>,
  { actor, from, to, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const days = daysBetween(from, to) + 1
  if (days < 1 || days > MOST_DAYS) return refuse('span-not-valid')
  const rows = await listPostingsOfCity(db, actor.cityId, { from, to, after, limit })
  const bookings = await findPublic(
    db,
    rows.map(row => row.now_of),
  )
  const items = rows.flatMap(row => {
    const reservation = bookings.get(row.now_of)
    return reservation ? [{ posting: postingOf(row), reservation, invoiceNumber: row.number }] : []
  })
  return done({ items, next: nextPosting(rows, limit) })
}
