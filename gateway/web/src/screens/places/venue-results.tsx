import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { H2, P, T } from '../../i18n/text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Paged } from '../shared/paged.tsx'
import { roomQuery, type SearchValues } from './search-query.ts'

type Props = {
  readonly cityId: string
  readonly values: SearchValues
}

/** S4: facilities with rooms that fit. */
export function VenueResults({ cityId, values }: Props) {
  const [after, setAfter] = useState<string>()
  const venues = useVenues(cityId, values, after)
  return (
    <section aria-labelledby="results-title">
      <H2 k="places.venue-results" id="results-title" />
      <Paged of={venues} after={after} onGo={setAfter}>
        {items => (
          <>
            {items.length === 0 && <P k="places.venues-none" role="status" />}
            <ul class="room-cards">
              {items.map(venue => (
                <li key={venue.venueId} class="room-card">
                  <VenueCard venue={venue} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
    </section>
  )
}

function useVenues(cityId: string, values: SearchValues, after: string | undefined) {
  const query = { ...roomQuery(values), after }
  return useApi(
    signal => api.get('/api/cities/{cityId}/venues', { params: { cityId }, query, signal }),
    [cityId, JSON.stringify(query)],
  )
}

function VenueCard({ venue }: { readonly venue: Venue }) {
  return (
    <>
      <p class="room-card__name">
        <OwnText of={venue} field="name" />
      </p>
      <p>
        <OwnText of={venue} field="pitch" />
      </p>
      <p>
        <OwnText of={venue} field="address" />
        {venue.station !== null && (
          <>
            {'　'}
            <OwnText of={{ ...venue, station: venue.station }} field="station" />
          </>
        )}
      </p>
      <ul class="room-card__rooms">
        {venue.spaces.map(space => (
          <li key={space.spaceId}>
            {space.listings[0] ? (
              <Link href={`/listings/${space.listings[0].listingId}`}>
                <OwnText of={space} field="name" />
              </Link>
            ) : (
              <OwnText of={space} field="name" />
            )}{' '}
            <T k="places.people-up-to" p={{ count: space.capacity }} />
          </li>
        ))}
      </ul>
      <div class="buttons">
        <ButtonLink href={`/venues/${venue.venueId}`} kind="secondary" size="small" k="places.see-venue" />
      </div>
    </>
  )
}
