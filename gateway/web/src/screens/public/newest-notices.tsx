import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { H2 } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { NoticeList } from './notice-list.tsx'

/** S2: the newest five of the city and its facilities. */
export function NewestNotices({ cityId }: { readonly cityId: string }) {
  const notices = useApi(
    signal => api.get('/api/cities/{cityId}/notices', { params: { cityId }, query: { limit: 5 }, signal }),
    [cityId],
  )
  return (
    <section aria-labelledby="newest-notices">
      <H2 k="public.home-notices" id="newest-notices" />
      <Shown of={notices}>
        {({ items }) => (
          <>
            <NoticeList notices={items} />
            <ButtonLink href="/notices" kind="secondary" k="public.notices-all" />
          </>
        )}
      </Shown>
    </section>
  )
}

/** S2: the newest five of each facility. */
export function VenueNotices({ cityId }: { readonly cityId: string }) {
  const venues = useApi(
    signal => api.get('/api/cities/{cityId}/venues', { params: { cityId }, signal }),
    [cityId],
  )
  return (
    <section aria-labelledby="venue-notices">
      <H2 k="public.home-venue-notices" id="venue-notices" />
      <Shown of={venues}>
        {({ items }) => (
          <ul class="link-list">
            {items.map(venue => (
              <li key={venue.venueId}>
                <TextLink
                  href={`/notices?venue=${venue.venueId}`}
                  k="public.notices-of"
                  p={{ venue: <OwnText of={venue} field="name" /> }}
                />
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  )
}
