import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { useMe } from '../../api/session.tsx'
import { When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P, T } from '../../i18n/text.tsx'
import { Recorded } from '../../records/place-name.tsx'
import { useCity } from '../../shell/city.tsx'
import { Facts } from '../../ui/steps/facts.tsx'

/** 使用許可書: what is printed instead of the page, to be shown at the hall. The codes are not on it, the names are those of the building. */
export function Permit({ reservation }: { readonly reservation: Reservation }) {
  const { city } = useCity()
  const me = useMe()
  const { number, eventName, people } = reservation
  return (
    <div class="permit print-only">
      <P k="reservation.permit-title" class="permit__title" />
      <P k="reservation.permit-text" />
      <Facts
        rows={[
          [say('reservation.number'), number ?? ''],
          [say('reservation.permit-person'), me?.name ?? ''],
          [say('own.place'), <Recorded key="place" of={reservation} />],
          [say('reservation.when'), <When key="when" {...reservation} />],
          [say('own.event'), eventName],
          [say('own.people'), <T key="people" k="own.people-count" p={{ count: people }} />],
        ]}
      />
      {city && (
        <p lang="ja">
          {city.name}
          <br />
          {city.office.name}　{city.office.phone}
        </p>
      )}
    </div>
  )
}
