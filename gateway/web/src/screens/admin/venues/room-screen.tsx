import { useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import type { ScreenProps } from '../../../shell/area.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { withValue } from '../settings/document.ts'
import { freshRoom, NEW } from './fresh.ts'
import { roomSections } from './room-questions.ts'
import { OfVenue, VenueForm } from './venue-form.tsx'
import { VenuePage } from './venue-page.tsx'

/** T7: a room with its parts, equipment and listings. */
export function RoomScreen({ params: { venueId = '', spaceId = '' } }: ScreenProps) {
  return (
    <VenuePage venueId={venueId} title={name => say('admin.set-room-of', { name })} isPart>
      {cityId => (
        <OfVenue cityId={cityId} venueId={venueId}>
          {venue => <Room {...venue} spaceId={spaceId} />}
        </OfVenue>
      )}
    </VenuePage>
  )
}

type OfVenueTools = Parameters<Parameters<typeof OfVenue>[0]['children']>[0]

function Room({ read, spaceId, ...rest }: OfVenueTools & { readonly spaceId: string }) {
  const { venueId, spaces } = read.document
  if (!spaces.some(space => space.spaceId === spaceId)) return <P k="admin.set-room-gone" />
  const others = spaces.filter(space => space.spaceId !== spaceId)
  return (
    <>
      <VenueForm
        {...rest}
        read={read}
        root={`spaces.${spaceId}.`}
        draft={`${venueId}:${spaceId}`}
        sections={roomSections(others)}
      />
      <p>
        <TextLink href={`/admin/venues/${venueId}/rooms/${spaceId}/retire`} k="admin.set-room-retire" />
      </p>
    </>
  )
}

/** T7: one more room; it can be booked in the moment it is saved. */
export function NewRoomScreen({ params: { venueId = '' } }: ScreenProps) {
  return (
    <VenuePage venueId={venueId} title={() => say('admin.set-room-new')} isPart>
      {cityId => (
        <OfVenue cityId={cityId} venueId={venueId}>
          {venue => <NewRoom {...venue} />}
        </OfVenue>
      )}
    </VenuePage>
  )
}

function NewRoom({ read: { document, tag }, reload }: OfVenueTools) {
  const [, navigate] = useLocation()
  const [fresh] = useState(freshRoom)
  return (
    <VenueForm
      read={{ document: withValue(document, `spaces.${NEW}`, fresh), tag }}
      reload={reload}
      root={`spaces.${NEW}.`}
      draft={`${document.venueId}:new-room`}
      sections={roomSections(document.spaces)}
      onSaved={({ venueId }) => navigate(`/admin/venues/${venueId}`)}
    />
  )
}
