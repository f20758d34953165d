import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { H2 } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { NoticeList } from '../public/notice-list.tsx'
import { SiteQr } from './site-qr.tsx'
import { Terms } from './terms.tsx'

/** M10, M12: what a venue's page ends with. */
export function VenueFoot({ venue }: { readonly venue: Venue }) {
  return (
    <>
      <Terms cityId={venue.cityId} />
      <VenueNotices venue={venue} />
      <SiteQr path={`/venues/${venue.venueId}`} />
    </>
  )
}

/** S2: the newest five of this facility. */
function VenueNotices({ venue: { cityId, venueId } }: { readonly venue: Venue }) {
  const notices = useApi(
    signal =>
      api.get('/api/cities/{cityId}/notices', { params: { cityId }, query: { venueId, limit: 5 }, signal }),
    [cityId, venueId],
  )
  return (
    <section class="no-print" aria-labelledby="venue-notices">
      <H2 k="places.venue-notices" id="venue-notices" />
      <Shown of={notices}>{({ items }) => <NoticeList notices={items} />}</Shown>
    </section>
  )
}
