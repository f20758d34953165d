import { Day, Money, When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P, Span, T } from '../../i18n/text.tsx'
import { optionRows } from '../../records/booked-options.tsx'
import { FeeOf } from '../../records/fee-of.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { Paper, PaperPage, type WholeBill } from './paper-page.tsx'
import { Standing } from './standing.tsx'

type Invoice = WholeBill['invoices'][number]

/** R22, M14: 請求書, the newest first; what was cancelled is no invoice any more. */
export function InvoiceScreen({ params: { reservationId = '' } }: ScreenProps) {
  return (
    <PaperPage reservationId={reservationId} title={say('reservation.bill-invoice-title')} file="invoice">
      {bill => {
        const valid = bill.invoices.filter(invoice => !invoice.cancelled).toReversed()
        return (
          <>
            <p class="no-print lead">
              <Standing bill={bill.bill} />
            </p>
            {valid.length === 0 && <P k="reservation.bill-no-invoice" />}
            {valid.map(invoice => (
              <InvoicePaper key={invoice.invoiceId} bill={bill} invoice={invoice} />
            ))}
          </>
        )
      }}
    </PaperPage>
  )
}

function InvoicePaper({ bill, invoice }: { readonly bill: WholeBill; readonly invoice: Invoice }) {
  const { number, issuedOn, dueOn, yen, item, tax, isDifference, options, fee } = invoice
  return (
    <Paper
      title={say('reservation.bill-invoice-title')}
      bill={bill}
      head={
        <>
          <Span k="reservation.bill-number" p={{ number }} />
          <Span k="reservation.bill-issued-on" p={{ day: <Day date={issuedOn} /> }} />
        </>
      }
    >
      <P k={isDifference ? 'reservation.bill-difference-lead' : 'reservation.bill-invoice-lead'} />
      <Facts
        rows={[
          [
            say('reservation.bill-amount'),
            <>
              <strong class="paper__sum">
                <Money yen={yen} />
              </strong>
              {fee && <FeeOf fee={fee} options={options} />}
            </>,
          ],
          [
            say('reservation.bill-due'),
            <strong key="due">
              <Day date={dueOn} />
            </strong>,
          ],
          [
            say('reservation.bill-what'),
            <span key="what">
              <span lang="ja">
                {item.venueName} {item.spaceName}
              </span>
              <br />
              <When {...item} />
            </span>,
          ],
          ...optionRows(say('own.options'), options),
          [say('reservation.bill-tax-name'), <Tax key="tax" lines={tax} />],
          [
            say('reservation.bill-account'),
            <span key="account" class="paper__lines" lang="ja">
              {invoice.bankAccount}
            </span>,
          ],
        ]}
      />
      <P k="reservation.bill-transfer" />
      <Issuer invoice={invoice} />
    </Paper>
  )
}

/** 適格請求書: for each rate what is charged, and the tax in it. */
export function Tax({ lines }: { readonly lines: Invoice['tax'] }) {
  return (
    <>
      {lines.map(({ percent, yen, taxYen }) => (
        <span key={percent}>
          <T
            k="reservation.bill-tax"
            p={{ percent, yen: <Money yen={yen} />, tax: <Amount yen={taxYen} /> }}
          />
        </span>
      ))}
    </>
  )
}

// A tax of nothing is 0円 and not 無料.
function Amount({ yen }: { readonly yen: number }) {
  return yen === 0 ? <>0円</> : <Money yen={yen} />
}

export function Issuer({ invoice: { payee, registrationNumber } }: { readonly invoice: Invoice }) {
  return (
    <p class="paper__issuer">
      <span lang="ja">{payee}</span>
      {registrationNumber !== null && (
        <>
          <br />
          <T k="reservation.bill-registration" p={{ number: registrationNumber }} />
        </>
      )}
    </p>
  )
}
