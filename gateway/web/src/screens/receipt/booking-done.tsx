import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Money, Until, When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P, T } from '../../i18n/text.tsx'
import { optionRows } from '../../records/booked-options.tsx'
import { PlaceName } from '../../records/place-name.tsx'
import { useCity } from '../../shell/city.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'
import { Facts } from '../../ui/steps/facts.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { venueDayPath } from '../availability/paths.ts'
import { PreciseMoment } from './precise-moment.tsx'

/** M25, V2: 承認待ち with its place in line, and who does what next. */
export function BookingDone({ receiptId }: { readonly receiptId: string }) {
  const receipt = useApi(
    signal => api.get('/api/receipts/{receiptId}', { params: { receiptId }, signal }),
    [receiptId],
  )
  return (
    <Shown of={receipt}>
      {({ reservationId, place: turn, decidedAt }) =>
        reservationId !== null && (
          <Booked reservationId={reservationId} receipt={{ receiptId, turn, decidedAt }} />
        )
      }
    </Shown>
  )
}

type Receipt = { readonly receiptId: string; readonly turn: number; readonly decidedAt: string }
type Props = { readonly reservationId: string; readonly receipt: Receipt }

function Booked({ reservationId, receipt }: Props) {
  const shown = useApi(
    signal => api.get('/api/reservations/{reservationId}', { params: { reservationId }, signal }),
    [reservationId],
  )
  return (
    <Shown of={shown}>
      {reservation => (
        <>
          <StateCard state={stateOf('reservation', reservation.status)}>
            {reservation.status === 'pending' && (
              <P k="receipt.done-answer-by" p={{ at: <Until at={reservation.answerBy} /> }} />
            )}
          </StateCard>
          <Facts rows={[...factsOf(reservation), ...receiptRows(receipt)]} />
          <NextSteps reservation={reservation} receiptId={receipt.receiptId} />
        </>
      )}
    </Shown>
  )
}

function factsOf(reservation: Reservation) {
  const { number, eventName, people, yen, options } = reservation
  return [
    [say('booking.fact-place'), <PlaceName key="place" of={reservation} />],
    [say('booking.fact-when'), <When key="when" {...reservation} />],
    [say('booking.event-name'), eventName],
    [say('booking.people'), <T key="people" k="booking.people-count" p={{ count: people }} />],
    ...optionRows(say('booking.options'), options),
    ...(yen > 0 ? [[say('booking.fact-price'), <Money key="yen" yen={yen} />] as const] : []),
    [say('receipt.fact-number'), number ?? <T key="number" k="receipt.number-later" />],
  ] as const
}

function receiptRows({ turn, decidedAt }: Receipt) {
  return [
    [say('receipt.fact-turn'), <T key="turn" k="receipt.turn" p={{ turn }} />],
    [say('receipt.fact-received-at'), <PreciseMoment key="at" at={decidedAt} />],
  ] as const
}

function NextSteps({
  reservation,
  receiptId,
}: {
  readonly reservation: Reservation
  readonly receiptId: string
}) {
  const { reservationId, venueId, date } = reservation
  const { city } = useCity()
  return (
    <>
      <P k="receipt.done-mail" />
      <p class="buttons">
        <ButtonLink href={`/reservations/${reservationId}`} k="receipt.done-see" />
        <ButtonLink href="/my" kind="secondary" k="common.nav-my" />
      </p>
      <ul>
        <li>
          <TextLink href={`/receipts/${receiptId}`} k="booking.see-receipt" />
        </li>
        <li>
          <TextLink href={venueDayPath(venueId, date)} k="receipt.done-other-room" />{' '}
          {city && !city.policy.overlapAllowed && <T k="receipt.done-other-hours" />}
        </li>
      </ul>
    </>
  )
}
