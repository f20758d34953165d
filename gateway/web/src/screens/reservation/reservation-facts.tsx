import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { Moment, Money, When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
import { optionRows } from '../../records/booked-options.tsx'
import { FeeOf } from '../../records/fee-of.tsx'
import { PlaceName } from '../../records/place-name.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { writtenFacts } from '../shared/written-facts.tsx'

/** What was booked. A free room says nothing of money (M14). */
export function ReservationFacts({ reservation }: { readonly reservation: Reservation }) {
  const { number, yen, requestedAt, movedFrom, changedAt, options, fee } = reservation
  return (
    <Facts
      rows={[
        [
          say('reservation.number'),
          number === null ? <T k="reservation.number-later" /> : <strong class="number">{number}</strong>,
        ],
        [say('own.place'), <PlaceName key="place" of={reservation} />],
        [say('reservation.when'), <When key="when" {...reservation} />],
        ...(movedFrom
          ? [[say('reservation.moved-from'), <When key="before" {...movedFrom} />] as const]
          : []),
        ...writtenFacts(reservation),
        ...optionRows(say('own.options'), options),
        ...(yen > 0 || fee ? [[say('own.price'), <Price key="yen" of={reservation} />] as const] : []),
        [say('reservation.requested-at'), <Moment key="at" at={requestedAt} />],
        ...(changedAt
          ? [[say('reservation.changed-at'), <Moment key="changed" at={changedAt} />] as const]
          : []),
      ]}
    />
  )
}

function Price({ of: { yen, fee, options } }: { readonly of: Reservation }) {
  return (
    <>
      <Money yen={yen} /> {yen > 0 && <T k="reservation.price-how" />}
      {fee && <FeeOf fee={fee} options={options} />}
    </>
  )
}
