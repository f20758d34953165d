import { localDateOf } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { listMyBills as request } from '@asaichi/contract/reservation/own-data.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { listBillsOfPerson } from '../store/bill-lists.ts'
import { postingOf } from '../store/bills.ts'
import type { Tables } from '../store/schema.ts'
import { billOf } from './get-bill.ts'

const MOST = 1_000

/** V10: who of the staff wrote a line down, and their notes, are for the city to say. */
export async function listMyBills(
  db: Kysely<Tables>,
  { actor }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const today = localDateOf(await townNow(db))
  const found = await listBillsOfPerson(db, actor.personId, MOST)
  return done({
    items: found.map(({ bill, invoices, postings }) => ({
      bill: billOf(bill, today),
      invoices: [...invoices],
      postings: postings.map(row => {
        const { by: _by, note: _note, ...posting } = postingOf(row)
        return posting
      }),
    })),
  })
}
