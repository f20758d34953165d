import type { Language } from '@asaichi/contract/actor.ts'
import { useEffect, useRef } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { Day, plain, When } from '../../../i18n/format.tsx'
import { useLanguage } from '../../../i18n/language.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { T } from '../../../i18n/text.tsx'
import { FeeOf } from '../../../records/fee-of.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/steps/facts.tsx'
import { reservationPath } from '../../own/paths.ts'
import { ApplicantName } from '../shared/applicant-name.tsx'
import { useNames } from '../shared/use-names.ts'
import { Owed, StandingTag, Yen } from './bill-table.tsx'
import { Ledger } from './ledger.tsx'
import { PaymentForm } from './payment-form.tsx'
import { ReduceFee } from './reduce-fee.tsx'
import type { WholeBill } from './whole-bill.ts'

type Props = {
  readonly reservationId: string
  readonly onChanged: (told: Message) => void
  readonly onClose: () => void
}

/** T10: one bill, its ledger, and what can be written down. */
export function BillPanel({ reservationId, onChanged, onClose }: Props) {
  const bill = useApi(
    signal => api.get('/api/reservations/{reservationId}/bill', { params: { reservationId }, signal }),
    [reservationId],
  )
  const language = useLanguage()
  const changed = (now: WholeBill) => {
    onChanged(whatFollows(now, language))
    bill.reload()
  }
  return (
    <Shown of={bill}>
      {value => (
        <Opened
          whole={value}
          onChanged={changed}
          onReduced={told => {
            onChanged(told)
            bill.reload()
          }}
          onStale={bill.reload}
          onClose={onClose}
        />
      )}
    </Shown>
  )
}

/** Too little, too much, again: what the desk has to do next. */
function whatFollows({ bill: { standing, owed } }: WholeBill, language: Language): Message {
  return say(`staff.money-told-${standing}`, { owed: plain.money(Math.abs(owed), language) })
}

type OpenedProps = {
  readonly whole: WholeBill
  readonly onChanged: (now: WholeBill) => void
  readonly onReduced: (told: Message) => void
  readonly onStale: () => void
  readonly onClose: () => void
}

function Opened({ whole, onChanged, onReduced, onStale, onClose }: OpenedProps) {
  const { bill, reservation, invoices } = whole
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const names = useNames([reservation.personId])
  return (
    <section class="box" aria-labelledby="bill">
      <h2 id="bill" ref={heading} tabIndex={-1}>
        <T k="staff.money-bill-of" p={{ number: invoices.at(-1)?.number ?? '' }} />
      </h2>
      <Facts
        rows={[
          [say('staff.applicant'), <ApplicantName key="name" person={names.get(reservation.personId)} />],
          [
            say('staff.money-use'),
            <span key="use">
              <When {...reservation} />{' '}
              <span lang="ja">
                {reservation.venueName} {reservation.spaceName}
              </span>
            </span>,
          ],
          [say('staff.money-due'), <Day key="due" date={bill.dueOn} />],
          [
            say('staff.money-charged'),
            <>
              <Yen yen={bill.charged} />
              {reservation.fee && <FeeOf fee={reservation.fee} options={reservation.options} />}
            </>,
          ],
          [say('staff.money-paid'), <Yen key="paid" yen={bill.paid} />],
          [
            say('staff.money-owed'),
            <strong key="owed">
              <Owed bill={bill} /> <StandingTag bill={bill} />
            </strong>,
          ],
        ]}
      />
      <PaymentForm key={bill.owed} bill={bill} onDone={onChanged} onStale={onStale} />
      {bill.paid === 0 && <ReduceFee booking={reservation} onDone={onReduced} />}
      <Ledger whole={whole} onChanged={onChanged} />
      <Ways whole={whole} onClose={onClose} />
    </section>
  )
}

/** The papers, the day of the booking, and back to the list. */
function Ways({ whole: { bill, reservation }, onClose }: Pick<OpenedProps, 'whole' | 'onClose'>) {
  const { reservationId, venueId, date } = reservation
  return (
    <div class="buttons">
      <ButtonLink
        href={reservationPath(reservationId, '/invoice')}
        kind="secondary"
        k="staff.money-invoice"
      />
      {bill.paid > 0 && (
        <ButtonLink
          href={reservationPath(reservationId, '/payment-receipt')}
          kind="secondary"
          k="staff.money-receipt"
        />
      )}
      <ButtonLink
        href={`/staff/timeline?venue=${venueId}&date=${date}&booking=${reservationId}`}
        kind="secondary"
        k="staff.money-day"
      />
      <Button kind="secondary" onClick={onClose} k="common.close" />
    </div>
  )
}
