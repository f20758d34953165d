import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Money } from '../../i18n/format.tsx'
import { Li } from '../../i18n/text.tsx'

/** R17, M29: what a cancel of today means for the money; asked, so that the rule stands in one place. */
export function CancelFee({ reservationId }: { readonly reservationId: string }) {
  const { value, problem } = useApi(
    signal => api.get('/api/reservations/{reservationId}/bill', { params: { reservationId }, signal }),
    [reservationId],
  )
  // No invoice was issued, so nothing is charged.
  if (problem) return <Li k="reservation.bill-cancel-free" />
  if (!value) return null
  const { bill, refundNow = 0 } = value
  const paid = <Money yen={bill.paid} />
  if (bill.paid === 0) return <Li k="reservation.bill-cancel-unpaid" />
  if (refundNow === 0) return <Li k="reservation.bill-cancel-no-refund" p={{ paid }} />
  return <Li k="reservation.bill-cancel-refund" p={{ paid, refund: <Money yen={refundNow} /> }} />
}
