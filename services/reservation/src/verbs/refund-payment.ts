import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { refundPayment as request } from '@asaichi/contract/reservation/money.ts'
import { findPostings } from '../store/bills.ts'
import { type Asking, atDesk, type Payment, pay } from './receive-payment.ts'

/** T10: money given back, never more than is to be. */
export async function refundPayment(asking: Asking, payment: Payment): Promise<OutcomeOf<typeof request>> {
  return atDesk(asking, payment, async (tx, found) => {
    const { bill } = found
    const owed = bill.charged - bill.paid
    const toRefund = Math.max(0, -owed)
    const isRepeated = (await findPostings(tx, bill.bill_id)).some(({ key }) => key === payment.key)
    if (!isRepeated && payment.owedSeen === owed && payment.yen > toRefund)
      return refuse('more-than-due', { toRefund })
    return pay(tx, { ...found, payment, kind: 'refunded' })
  })
}
