import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { Fragment } from 'preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Moment, Until, When } from '../../i18n/format.tsx'
import { OwnText } from '../../i18n/own-text.tsx'
import { H3 } from '../../i18n/text.tsx'
import { dateAt, endAt, timeAt } from '../../lib/tokyo.ts'

/** M11: rooms that staff closed for a time; nothing where there are none. */
export function RoomClosings({ venue: { venueId, spaces } }: { readonly venue: Venue }) {
  const { value } = useApi(
    signal => api.get('/api/venues/{venueId}/closings', { params: { venueId }, signal }),
    [venueId],
  )
  if (!value || value.items.length === 0) return null
  return (
    <>
      <H3 k="places.room-closings" />
      <ul>
        {value.items.map(({ startsAt, endsAt, spaceIds }) => (
          <li key={`${startsAt} ${endsAt}`}>
            <Span startsAt={startsAt} endsAt={endsAt} />：
            {spaces
              .filter(({ spaceId }) => spaceIds.includes(spaceId))
              .map((space, index) => (
                <Fragment key={space.spaceId}>
                  {index > 0 && '、'}
                  <OwnText of={space} field="name" />
                </Fragment>
              ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Span({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }) {
  const end = endAt(endsAt)
  if (dateAt(startsAt) === end.date) return <When date={end.date} from={timeAt(startsAt)} to={end.time} />
  return (
    <>
      <Moment at={startsAt} /> – <Until at={endsAt} />
    </>
  )
}
