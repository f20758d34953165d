import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useServerNow } from '../../api/use-server-now.ts'
import { Day, Money, When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P, T } from '../../i18n/text.tsx'
import { dateAt } from '../../lib/tokyo.ts'
import { Recorded } from '../../records/place-name.tsx'
import { useNameOf } from '../../records/use-name-of.ts'
import { useCity } from '../../shell/city.tsx'
import { Facts } from '../../ui/steps/facts.tsx'

const MINUTE = 60_000

/** 使用許可書: what is printed instead of the page, to be shown at the hall. The codes are not on it, the names are those of the building. */
export function Permit({ reservation }: { readonly reservation: Reservation }) {
  const { city } = useCity()
  const name = useNameOf(reservation.personId)
  const now = useServerNow(MINUTE)
  const { number, eventName, people, note, yen, venueId } = reservation
  const venue = useApi(signal => api.get('/api/venues/{venueId}', { params: { venueId }, signal }), [venueId])
  return (
    <div class="permit print-only">
      <p class="permit__head">
        <T k="permit.number" p={{ number: number ?? '' }} />
        <br />
        {now !== undefined && (
          <T k="permit.printed" p={{ day: <Day date={dateAt(new Date(now).toISOString())} /> }} />
        )}
      </p>
      <P k="permit.title" class="permit__title" />
      <P k="permit.text" />
      <Facts
        rows={[
          [
            say('permit.person'),
            <span key="person" lang="ja">
              {name}
            </span>,
          ],
          [say('own.place'), <Recorded key="place" of={reservation} />],
          [
            say('permit.address'),
            <span key="address" lang="ja">
              {venue.value?.address}
            </span>,
          ],
          [say('reservation.when'), <When key="when" {...reservation} />],
          [say('own.event'), eventName],
          [
            say('permit.purpose'),
            <span key="purpose" class="typed-lines">
              {note}
            </span>,
          ],
          [say('own.people'), <T key="people" k="own.people-count" p={{ count: people }} />],
          ...(yen > 0 ? [[say('permit.fee'), <Money key="fee" yen={yen} />] as const] : []),
        ]}
      />
      <P k="permit.conditions" />
      {city && (
        <p lang="ja" class="permit__mayor">
          {city.name}長
          <br />
          {city.office.name}　{city.office.phone}
        </p>
      )}
    </div>
  )
}
