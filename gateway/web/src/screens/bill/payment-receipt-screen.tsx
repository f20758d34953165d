import { Day, Money } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P, Span } from '../../i18n/text.tsx'
import { dateAt } from '../../lib/tokyo.ts'
import type { ScreenProps } from '../../shell/area.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { Issuer, Tax } from './invoice-screen.tsx'
import { Paper, PaperBooking, PaperPage, type WholeBill } from './paper-page.tsx'

/** R22, M14: 領収書 of all that was received and not given back. */
export function PaymentReceiptScreen({ params: { reservationId = '' } }: ScreenProps) {
  return (
    <PaperPage
      reservationId={reservationId}
      title={say('reservation.bill-receipt-title')}
      file="payment-receipt"
    >
      {bill => (bill.bill.paid > 0 ? <ReceiptPaper bill={bill} /> : <P k="reservation.bill-no-receipt" />)}
    </PaperPage>
  )
}

function ReceiptPaper({ bill }: { readonly bill: WholeBill }) {
  const { invoices, postings, reservation } = bill
  const valid = invoices.filter(invoice => !invoice.cancelled)
  const issuer = valid.at(-1) ?? invoices.at(-1)
  const last = postings.filter(posting => posting.kind === 'received').at(-1)
  // The tax of the invoices is that of the money only where they are paid as they are.
  const isPaidAsIs = valid.reduce((sum, invoice) => sum + invoice.yen, 0) === bill.bill.paid
  return (
    <Paper
      title={say('reservation.bill-receipt-title')}
      bill={bill}
      head={
        <>
          {issuer && <Span k="reservation.bill-number" p={{ number: issuer.number }} />}
          {last && <Span k="reservation.bill-received-on" p={{ day: <Day date={dateAt(last.at)} /> }} />}
        </>
      }
    >
      <Facts
        rows={[
          [
            say('reservation.bill-received'),
            <strong key="yen" class="paper__sum">
              <Money yen={bill.bill.paid} />
            </strong>,
          ],
          [say('reservation.bill-what'), <PaperBooking key="what" of={reservation} />],
          ...(isPaidAsIs
            ? [
                [
                  say('reservation.bill-tax-name'),
                  <Tax key="tax" lines={valid.flatMap(({ tax }) => tax)} />,
                ] as const,
              ]
            : []),
        ]}
      />
      <P k="reservation.bill-receipt-lead" />
      {issuer && <Issuer invoice={issuer} />}
    </Paper>
  )
}
