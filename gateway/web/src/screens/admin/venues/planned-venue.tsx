import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { When } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { H3, P, T } from '../../../i18n/text.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { VENUE_AND_ROOMS } from '../changes/all-sections.ts'
import { ChangeList } from '../settings/change-list.tsx'

export type Planned = ValueOf<RouteAt<'post', '/api/cities/{cityId}/venues/{venueId}/settings/preview'>>

/** What saving a venue would mean: what changes, and the bookings ahead that would lie outside. */
export function PlannedVenue({ changes, bookings, first }: Planned) {
  return (
    <>
      {bookings === 0 ? (
        <P k="admin.set-bookings-none" />
      ) : (
        <Notice tone="warning" title={say('admin.set-bookings-outside', { count: bookings })}>
          <ul>
            {first.map(({ reservationId, date, from, to, spaceName, number, why }) => (
              <li key={reservationId}>
                <When date={date} from={from} to={to} /> <span lang="ja">{spaceName}</span> {number}{' '}
                <T k={`admin.set-why-${why}`} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <H3 k="admin.set-changes-title" />
      <ChangeList changes={changes} {...VENUE_AND_ROOMS} />
    </>
  )
}
