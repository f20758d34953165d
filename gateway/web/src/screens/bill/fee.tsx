import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { Notice } from '../../ui/notice.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { reservationPath } from '../own/paths.ts'
import { Standing } from './standing.tsx'

/** R16, M14: what is to be paid for a booking, and the papers. Nothing where no invoice was issued. */
export function Fee({ reservationId }: { readonly reservationId: string }) {
  const { value } = useApi(
    signal => api.get('/api/reservations/{reservationId}/bill', { params: { reservationId }, signal }),
    [reservationId],
    { refresh: true },
  )
  if (!value) return null
  const { bill, invoices } = value
  const isDue = bill.owed > 0
  return (
    <Notice
      tone={bill.overdue ? 'warning' : isDue ? 'info' : 'success'}
      title={say('reservation.bill-title')}
    >
      <p>
        <Standing bill={bill} />
      </p>
      <ul class="links">
        {invoices.some(invoice => !invoice.cancelled) && (
          <li>
            <TextLink href={reservationPath(reservationId, '/invoice')} k="reservation.bill-to-invoice" />
          </li>
        )}
        {bill.paid > 0 && (
          <li>
            <TextLink
              href={reservationPath(reservationId, '/payment-receipt')}
              k="reservation.bill-to-receipt"
            />
          </li>
        )}
      </ul>
    </Notice>
  )
}
