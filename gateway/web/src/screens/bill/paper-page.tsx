import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { ComponentChildren } from 'preact'
import { api } from '../../api/client.ts'
import type { RouteAt, ValueOf } from '../../api/routes.ts'
import { useApi } from '../../api/use-api.ts'
import { When } from '../../i18n/format.tsx'
import { type Message, say } from '../../i18n/message.ts'
import { P, Say, T } from '../../i18n/text.tsx'
import { Recorded } from '../../records/place-name.tsx'
import { useNameOf } from '../../records/use-name-of.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { reservationPath } from '../own/paths.ts'
import { LaterFile } from '../shared/later-file.tsx'
import './paper.css'

export type WholeBill = ValueOf<RouteAt<'get', '/api/reservations/{reservationId}/bill'>>

type Props = {
  readonly reservationId: string
  readonly title: Message
  readonly file: 'invoice' | 'payment-receipt'
  readonly children: (bill: WholeBill) => ComponentChildren
}

/** R22: a paper of money, for whom it is or for the desk: on the screen as it is printed. */
export function PaperPage({ reservationId, title, file, children }: Props) {
  return (
    <Page title={title} screen="R22" crumbs={[{ href: '/my', label: say('common.nav-my') }]}>
      <NeedsLogin>
        {me => (
          <>
            <Loaded reservationId={reservationId}>{children}</Loaded>
            <div class="buttons no-print">
              <Button onClick={() => print()} k="reservation.bill-print" />
              <LaterFile href={`/api/reservations/${reservationId}/${file}.pdf`} k="reservation.bill-pdf" />
              {me.role === 'resident' && (
                <ButtonLink
                  href={reservationPath(reservationId)}
                  kind="secondary"
                  k="reservation.bill-see-booking"
                />
              )}
            </div>
          </>
        )}
      </NeedsLogin>
    </Page>
  )
}

function Loaded({ reservationId, children }: Omit<Props, 'title' | 'file'>) {
  const shown = useApi(
    signal => api.get('/api/reservations/{reservationId}/bill', { params: { reservationId }, signal }),
    [reservationId],
  )
  return <Shown of={shown}>{children}</Shown>
}

type PaperProps = {
  readonly title: Message
  readonly bill: WholeBill
  readonly head: ComponentChildren
  readonly children: ComponentChildren
}

/** One sheet: what it is, its number and days, and for whom. */
export function Paper({ title, bill: { reservation }, head, children }: PaperProps) {
  return (
    <article class="paper">
      <p class="paper__title">
        <Say message={title} />
      </p>
      <p class="paper__head">{head}</p>
      <Addressee personId={reservation.personId} />
      {children}
    </article>
  )
}

function Addressee({ personId }: Pick<Reservation, 'personId'>) {
  const name = useNameOf(personId)
  return <P k="reservation.bill-to" p={{ name: <span lang="ja">{name ?? '…'}</span> }} class="paper__to" />
}

/** Of which booking it is. */
export function PaperBooking({ of }: { readonly of: Reservation }) {
  return (
    <>
      <Recorded of={of} />
      <br />
      <When {...of} />
      {of.number !== null && (
        <>
          <br />
          <T k="own.number-is" p={{ number: of.number }} />
        </>
      )}
    </>
  )
}
