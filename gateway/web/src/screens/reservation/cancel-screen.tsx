import type { PointsOfBooking } from '@asaichi/contract/reservation/points.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { say } from '../../i18n/message.ts'
import { Li, P } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { useCity } from '../../shell/city.tsx'
import { useLater } from '../../shell/later.ts'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'
import { StatusBadge } from '../../ui/state/status-badge.tsx'
import { availabilityPath } from '../availability/paths.ts'
import { OwnBookingPage } from '../own/own-booking-page.tsx'
import { reservationPath } from '../own/paths.ts'
import { useReservation } from '../own/use-reservation.ts'
import { AskBack, Losses } from '../shared/ask-back.tsx'
import { ReservationFacts } from './reservation-facts.tsx'

/** R17, M29, M30: what is lost, then one press; a booking that is gone already says so. */
export function CancelScreen({ params: { reservationId = '' } }: ScreenProps) {
  return (
    <OwnBookingPage reservationId={reservationId} title={say('reservation.cancel-title')} screen="R17">
      {() => <Loaded reservationId={reservationId} />}
    </OwnBookingPage>
  )
}

function Loaded({ reservationId }: { readonly reservationId: string }) {
  const shown = useReservation(reservationId)
  const [cancelled, setCancelled] = useState<Reservation>()
  if (cancelled) return <Cancelled reservation={cancelled} />
  return (
    <Shown of={shown}>
      {reservation =>
        reservation.status === 'pending' || reservation.status === 'approved' ? (
          <Ask reservation={reservation} onCancelled={setCancelled} />
        ) : (
          <Over reservation={reservation} />
        )
      }
    </Shown>
  )
}

type AskProps = {
  readonly reservation: Reservation & PointsOfBooking
  readonly onCancelled: (cancelled: Reservation) => void
}

function Ask({ reservation, onCancelled }: AskProps) {
  const { reservationId, status, yen, cancelPoints = 0 } = reservation
  // G8: what stands on the page when the button is pressed, and no more.
  const [told, setTold] = useState(0)
  const { city } = useCity()
  const cancel = async () => {
    const params = { reservationId }
    const answer = await api.post('/api/reservations/{reservationId}/cancel', {
      params,
      body: { points: told },
    })
    if (answer.status === 'ok') onCancelled(answer.value)
    return answer
  }
  return (
    <>
      <P k="reservation.cancel-lead" class="lead" />
      <p>
        <StatusBadge state={stateOf('reservation', status)} />
      </p>
      <ReservationFacts reservation={reservation} />
      <Losses>
        <Li k="reservation.cancel-lost-room" />
        {status === 'approved' && <Li k="reservation.cancel-lost-codes" />}
        <Li k="reservation.cancel-no-return" />
        {yen > 0 && <CancelFee reservationId={reservationId} />}
        {cancelPoints > 0 && <CancelPoints points={cancelPoints} onTold={setTold} />}
      </Losses>
      {city?.policy.moveAllowed === true && <RatherMove reservationId={reservationId} />}
      <AskBack action="reservation.cancel-do" keepPath={reservationPath(reservationId)} submit={cancel} />
    </>
  )
}

// Few bookings cost anything.
function CancelFee(props: { readonly reservationId: string }) {
  const part = useLater(() => import('../bill/area.tsx'), [])
  return part ? <part.CancelFee {...props} /> : null
}

// Few cities give any (G8).
function CancelPoints(props: { readonly points: number; readonly onTold: (points: number) => void }) {
  const part = useLater(() => import('../points/parts.ts'), ['points'])
  return part ? <part.CancelPoints {...props} /> : null
}

function RatherMove({ reservationId }: { readonly reservationId: string }) {
  return (
    <Notice tone="info" title={say('reservation.rather-move')}>
      <P k="reservation.rather-move-text" />
      <ButtonLink href={reservationPath(reservationId, '/move')} kind="secondary" k="reservation.to-move" />
    </Notice>
  )
}

function Cancelled({ reservation }: { readonly reservation: Reservation }) {
  const { city } = useCity()
  return (
    <>
      <Notice tone="success" title={say('reservation.cancelled-title')} live>
        <P k="reservation.cancelled-text" />
      </Notice>
      {city?.policy.points && <AfterCancel reservationId={reservation.reservationId} />}
      <Over reservation={reservation} />
    </>
  )
}

function AfterCancel(props: { readonly reservationId: string }) {
  const part = useLater(() => import('../points/parts.ts'), ['points'])
  return part ? <part.AfterCancel {...props} /> : null
}

/** Nothing is left to cancel, however often somebody comes here. */
function Over({ reservation }: { readonly reservation: Reservation }) {
  return (
    <>
      <StateCard state={stateOf('reservation', reservation.status)} />
      <ReservationFacts reservation={reservation} />
      <div class="buttons">
        <ButtonLink href={availabilityPath(reservation.listingId)} k="reservation.book-again" />
        <ButtonLink href="/my" kind="secondary" k="common.nav-my" />
      </div>
    </>
  )
}
