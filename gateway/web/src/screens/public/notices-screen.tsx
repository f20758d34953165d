import type { City } from '@asaichi/contract/catalog/city.ts'
import { useState } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { NeedsCity } from '../../shell/needs-city.tsx'
import { Page } from '../../shell/page.tsx'
import { Paged } from '../shared/paged.tsx'
import { VenueSelect } from '../shared/venue-select.tsx'
import { NoticeList } from './notice-list.tsx'

const PAGE = 20

/** R2, S2: all notices of the city, or of one facility. */
export function NoticesScreen() {
  return (
    <Page title={say('public.notices-title')} screen="R2" crumbs={[]}>
      <NeedsCity>{city => <Notices key={city.cityId} city={city} />}</NeedsCity>
    </Page>
  )
}

function Notices({ city: { cityId } }: { readonly city: City }) {
  const venueId = new URLSearchParams(useSearch()).get('venue') ?? undefined
  return (
    <>
      <VenueChoice cityId={cityId} venueId={venueId} />
      <NoticePages key={venueId ?? ''} cityId={cityId} venueId={venueId} />
    </>
  )
}

function NoticePages({ cityId, venueId }: { readonly cityId: string; readonly venueId: string | undefined }) {
  const [after, setAfter] = useState<string>()
  const notices = useApi(
    signal =>
      api.get('/api/cities/{cityId}/notices', {
        params: { cityId },
        query: { limit: PAGE, venueId, after },
        signal,
      }),
    [cityId, venueId, after],
  )
  return (
    <Paged of={notices} after={after} onGo={setAfter}>
      {items => <NoticeList notices={items} />}
    </Paged>
  )
}

function VenueChoice({ cityId, venueId }: { readonly cityId: string; readonly venueId: string | undefined }) {
  const [, navigate] = useLocation()
  const venues = useApi(
    signal => api.get('/api/cities/{cityId}/venues', { params: { cityId }, signal }),
    [cityId],
  )
  const items = venues.value?.items ?? []
  if (items.length < 2 && venueId === undefined) return null
  return (
    <div class="no-print">
      <VenueSelect
        id="notices-venue"
        name="venue"
        label={say('public.notices-venue')}
        error={undefined}
        value={venueId ?? ''}
        onChange={chosen => navigate(chosen === '' ? '/notices' : `/notices?venue=${chosen}`)}
        venues={items}
        every={say('public.notices-every')}
      />
      {venueId !== undefined && <P k="public.notices-narrowed" />}
    </div>
  )
}
