import type { HeadcountOfBooking } from '@asaichi/contract/reservation/headcount.ts'
import type { PointsOfBooking } from '@asaichi/contract/reservation/points.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { say } from '../../i18n/message.ts'
import { H2 } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { useLater } from '../../shell/later.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'
import { ConfirmWin } from '../own/confirm-win.tsx'
import { StateNotes } from '../own/state-notes.tsx'
import { useReservation } from '../own/use-reservation.ts'
import { DoorCodes } from './door-codes.tsx'
import { ReservationFacts } from './reservation-facts.tsx'
import { ReservationLinks } from './reservation-links.tsx'

/** R16, M26: one booking with everything that is needed on the day. */
export function ReservationScreen({ params: { reservationId = '' } }: ScreenProps) {
  return (
    <Page
      title={say('own.reservation-title')}
      screen="R16"
      crumbs={[{ href: '/my', label: say('common.nav-my') }]}
    >
      <NeedsLogin>{() => <Loaded reservationId={reservationId} />}</NeedsLogin>
    </Page>
  )
}

function Loaded({ reservationId }: { readonly reservationId: string }) {
  const shown = useReservation(reservationId)
  return (
    <Shown of={shown}>{reservation => <Details reservation={reservation} onChanged={shown.reload} />}</Shown>
  )
}

type Props = {
  readonly reservation: Reservation &
    PointsOfBooking &
    HeadcountOfBooking & { readonly receiptId?: string | null | undefined }
  readonly onChanged: () => void
}

function Details({ reservation, onChanged }: Props) {
  const { status } = reservation
  return (
    <>
      <div class={status === 'approved' ? 'no-print stack' : 'stack'}>
        <StateCard state={stateOf('reservation', status)}>
          <StateNotes reservation={reservation} />
        </StateCard>
        {(reservation.points?.length || reservation.cancelPoints) && <Points of={reservation} />}
        {(reservation.headcount || reservation.headcountAsked) && (
          <Headcount of={reservation} onChanged={onChanged} />
        )}
        {reservation.yen > 0 && <Fee reservationId={reservation.reservationId} />}
        {status === 'pending' && reservation.confirmBy !== null && (
          <ConfirmWin
            reservationId={reservation.reservationId}
            confirmBy={reservation.confirmBy}
            onConfirmed={onChanged}
          />
        )}
        <section aria-labelledby="facts">
          <H2 k="reservation.facts" id="facts" />
          <ReservationFacts reservation={reservation} />
        </section>
        {status === 'approved' && <DoorCodes reservation={reservation} />}
        <ReservationLinks reservation={reservation} />
      </div>
      {status === 'approved' && <Permit reservation={reservation} />}
    </>
  )
}

// A free room says nothing of money (M14), and brings no words for it.
function Fee(props: { readonly reservationId: string }) {
  const part = useLater(() => import('../bill/area.tsx'), [])
  return part ? <part.Fee {...props} /> : null
}

// Few cities give any (G8).
function Points(props: { readonly of: PointsOfBooking }) {
  const part = useLater(() => import('../points/parts.ts'), ['points'])
  return part ? <part.BookingPoints {...props} /> : null
}

// Few cities ask (G15).
function Headcount(props: { readonly of: Reservation & HeadcountOfBooking; readonly onChanged: () => void }) {
  const part = useLater(() => import('../headcount/parts.ts'), ['headcount'])
  return part ? <part.BookingHeadcount {...props} /> : null
}

// Few print it, and none at once.
function Permit(props: { readonly reservation: Reservation }) {
  const part = useLater(() => import('./permit.tsx'), ['permit'])
  return part ? <part.Permit {...props} /> : null
}
