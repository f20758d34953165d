import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useServerNow } from '../../api/use-server-now.ts'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { OwnLines, OwnText } from '../../i18n/own-text.tsx'
import { ownWords } from '../../i18n/own-words.ts'
import { H2, P, T } from '../../i18n/text.tsx'
import { dateAt } from '../../lib/tokyo.ts'
import type { ScreenProps } from '../../shell/area.tsx'
import { usePageCity } from '../../shell/city.tsx'
import { useLater } from '../../shell/later.ts'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { PhoneLink } from '../../ui/phone-link.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { NotFoundScreen } from '../errors/not-found-screen.tsx'
import { Address } from './address.tsx'
import { FavouriteButton } from './favourite-button.tsx'
import { Rooms } from './rooms.tsx'
import { SampleNote } from './sample-note.tsx'
import { Closures, WeekHours } from './week-hours.tsx'

const SEARCH = { href: '/search', label: say('places.search-title') } as const

/** R4, M10–M12: everything about a facility, and the ways on from it. */
export function VenueScreen({ params: { venueId = '' } }: ScreenProps) {
  const language = useLanguage()
  const venue = useApi(signal => api.get('/api/venues/{venueId}', { params: { venueId }, signal }), [venueId])
  usePageCity(venue.value?.cityId)
  if (venue.problem?.code === 'not-found') return <NotFoundScreen />
  const title = venue.value ? ownWords(venue.value, 'name', language).text : say('places.venue-title')
  return (
    <Page key={String(venue.value !== undefined)} title={title} screen="R4" crumbs={[SEARCH]}>
      <Shown of={venue}>{value => <VenueBody venue={value} />}</Shown>
    </Page>
  )
}

function VenueBody({ venue }: { readonly venue: Venue }) {
  const now = useServerNow(60_000)
  const today = now === undefined ? undefined : dateAt(new Date(now).toISOString())
  return (
    <>
      <p class="lead">
        <OwnText of={venue} field="pitch" />
      </p>
      <div class="venue-top">
        <Photo venue={venue} />
        <OwnLines of={venue} field="text" />
      </div>
      <div class="buttons no-print">
        <ButtonLink href={`/venues/${venue.venueId}/day`} size="large" k="places.venue-day" />
        <ButtonLink href="/permission" kind="secondary" size="large" k="places.apply-permission" />
      </div>
      <FavouriteButton of={{ kind: 'venue', id: venue.venueId }} />
      <Rooms venue={venue} />
      <Where venue={venue} />
      <section aria-labelledby="hours">
        <H2 k="places.hours-title" id="hours" />
        <WeekHours hours={venue.hours} />
        <Closures closures={venue.closures} today={today} />
        <ClosedRooms venue={venue} />
      </section>
      <section aria-labelledby="fee">
        <H2 k="places.fee-title" id="fee" />
        <p>
          <OwnText of={venue} field="feeRule" as="sentence" />
        </p>
      </section>
      <Foot venue={venue} />
      <SampleNote facts={venue.sample} />
      <div class="no-print">
        <Button kind="secondary" onClick={() => print()} k="common.print" />
      </div>
    </>
  )
}

// Mostly there are none.
function ClosedRooms(props: { readonly venue: Venue }) {
  const part = useLater(() => import('./room-closings.tsx'), [])
  return part ? <part.RoomClosings {...props} /> : null
}

// Far down the page, so that a first visit to the search need not wait for it.
function Foot(props: { readonly venue: Venue }) {
  const part = useLater(() => import('./venue-foot.tsx'), [])
  return part ? <part.VenueFoot {...props} /> : null
}

function Photo({ venue }: { readonly venue: Venue }) {
  if (venue.photo === null) return <P k="places.no-photo" class="no-photo" />
  return (
    <img
      class="venue-photo"
      src={venue.photo}
      width="480"
      height="320"
      loading="lazy"
      alt={ownWords(venue, 'name', useLanguage()).text}
    />
  )
}

function Where({ venue }: { readonly venue: Venue }) {
  const most = Math.max(...venue.spaces.map(({ capacity }) => capacity))
  return (
    <section aria-labelledby="where">
      <H2 k="places.where-title" id="where" />
      <Facts
        rows={[
          [say('places.address'), <Address key="address" venue={venue} />],
          ...(venue.station === null
            ? []
            : [
                [
                  say('places.station'),
                  <OwnText
                    key="station"
                    of={{ ...venue, station: venue.station }}
                    field="station"
                    as="sentence"
                  />,
                ] as const,
              ]),
          [say('places.capacity'), <T key="capacity" k="places.people-most" p={{ count: most }} />],
          ...(venue.phone === null
            ? []
            : [[say('places.contact'), <PhoneLink key="phone" phone={venue.phone} />] as const]),
        ]}
      />
    </section>
  )
}
