import { useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { say } from '../../../i18n/message.ts'
import { H2, P } from '../../../i18n/text.tsx'
import { BigLinks } from '../../../ui/big-links.tsx'
import { Paged } from '../../shared/paged.tsx'
import { AdminPage } from '../admin-page.tsx'
import { freshVenue, NEW } from './fresh.ts'
import { roomBasics } from './room-questions.ts'
import { VenueForm } from './venue-form.tsx'
import { NEW_VENUE } from './venue-questions.ts'

/** T7: the venues of the city, and a new one with its first room. */
export function VenuesScreen() {
  return (
    <AdminPage title={say('admin.set-venues-title')} screen="T7" under={[]}>
      {({ cityId }) => (
        <>
          <Venues cityId={cityId} />
          <NewVenue cityId={cityId} />
        </>
      )}
    </AdminPage>
  )
}

function Venues({ cityId }: { readonly cityId: string }) {
  const [after, setAfter] = useState<string>()
  const venues = useApi(
    signal =>
      api.get('/api/cities/{cityId}/venues', { params: { cityId }, query: { after, limit: 20 }, signal }),
    [cityId, after],
  )
  return (
    <Paged of={venues} after={after} onGo={setAfter}>
      {items =>
        items.length === 0 ? (
          <P k="admin.set-venues-none" />
        ) : (
          <BigLinks
            links={items.map(({ venueId, name, spaces }) => ({
              href: `/admin/venues/${venueId}`,
              title: name,
              note: say('admin.set-venue-rooms', { count: spaces.length }),
            }))}
          />
        )
      }
    </Paged>
  )
}

const SECTIONS = [
  ...NEW_VENUE,
  { title: 'admin.set-s-first-room', questions: roomBasics(`spaces.${NEW}.`) },
] as const

function NewVenue({ cityId }: { readonly cityId: string }) {
  const [, navigate] = useLocation()
  const [fresh] = useState(() => freshVenue(cityId))
  return (
    <section aria-labelledby="new-venue" class="new-venue">
      <H2 k="admin.set-venue-new" id="new-venue" />
      <P k="admin.set-venue-new-lead" />
      <VenueForm
        read={{ document: fresh, tag: null }}
        reload={() => undefined}
        draft={`${cityId}:new-venue`}
        sections={SECTIONS}
        onSaved={({ venueId }) => navigate(`/admin/venues/${venueId}`)}
      />
    </section>
  )
}
