import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { reversePayment as request } from '@asaichi/contract/reservation/money.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { findPostings, post } from '../store/bills.ts'
import { wholeBill } from './get-bill.ts'
import { type Asking, atDesk } from './receive-payment.ts'

/** T10: takes a line of money back by a line of its own; what charges is only changed by the booking. */
export async function reversePayment(
  asking: Asking,
  { actor, reservationId, postingId, reason }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return atDesk(asking, { actor, reservationId }, async (tx, { bill, reservation }) => {
    const postings = await findPostings(tx, bill.bill_id)
    const slip = postings.find(({ posting_id }) => posting_id === postingId)
    if (!slip || slip.paid === 0 || slip.kind === 'reversed') return refuse('not-found')
    if (postings.some(({ reverses }) => reverses === postingId))
      return done(await wholeBill(tx, { actor, reservation, bill }))
    const next = await post(tx, bill, {
      kind: 'reversed',
      paid: -slip.paid,
      means: slip.means,
      at: await townNow(tx),
      by_person: actor.personId,
      reverses: postingId,
      note: reason,
    })
    return done(await wholeBill(tx, { actor, reservation, bill: next }))
  })
}
