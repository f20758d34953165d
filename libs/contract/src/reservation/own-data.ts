import { z } from 'zod'
import { Actor } from '../actor.ts'
import { request } from '../define.ts'
import { PersonId } from '../ids.ts'
import { Bill, Invoice, Posting } from './money.ts'

/** V10: the money of one's own bookings, the newest first, at most 1,000. */
export const listMyBills = request('reservation.call.list-my-bills.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({
    items: z.array(
      z.object({
        bill: Bill,
        invoices: z.array(Invoice),
        postings: z.array(Posting.omit({ by: true, note: true })),
      }),
    ),
  }),
  refusals: {},
})

/** V11: what a person still has to do with the city: bookings that are asked for or approved, and bills that are not even. */
export const weighPerson = request('reservation.call.weigh-person.v1', {
  input: z.object({ personId: PersonId }),
  output: z.object({ bookings: z.int(), bills: z.int() }),
  refusals: {},
})
