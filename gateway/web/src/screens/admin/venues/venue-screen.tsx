import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { say } from '../../../i18n/message.ts'
import { H2, P } from '../../../i18n/text.tsx'
import type { ScreenProps } from '../../../shell/area.tsx'
import { BigLinks } from '../../../ui/big-links.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { optionSections } from './option-questions.ts'
import { OfVenue, VenueForm } from './venue-form.tsx'
import { VenuePage } from './venue-page.tsx'
import { ABOUT, OPENING } from './venue-questions.ts'
import { YearlyForm } from './yearly-form.tsx'

/** T7: a venue: its description, its hours, its rooms. */
export function VenueScreen({ params: { venueId = '' } }: ScreenProps) {
  return (
    <VenuePage venueId={venueId} title={name => name}>
      {cityId => (
        <OfVenue cityId={cityId} venueId={venueId}>
          {({ read: { document } }) => <Ways venue={document} />}
        </OfVenue>
      )}
    </VenuePage>
  )
}

function Ways({ venue: { venueId, spaces } }: { readonly venue: Venue }) {
  const at = `/admin/venues/${venueId}`
  return (
    <>
      <BigLinks
        links={[
          {
            href: `${at}/about`,
            title: say('admin.set-s-venue'),
            note: say('admin.set-s-venue-note'),
          },
          {
            href: `${at}/opening`,
            title: say('admin.set-s-opening'),
            note: say('admin.set-s-opening-note'),
          },
          {
            href: `${at}/options`,
            title: say('admin.set-s-options'),
            note: say('admin.set-s-options-note'),
          },
        ]}
      />
      <H2 k="admin.set-rooms-title" />
      <BigLinks
        links={[
          ...spaces.map(({ spaceId, name, capacity, listings }) => ({
            href: `${at}/rooms/${spaceId}`,
            title: name,
            note: say('admin.set-room-note', { capacity, count: listings.length }),
          })),
          {
            href: `${at}/rooms/new`,
            title: say('admin.set-room-new'),
            note: say('admin.set-room-new-note'),
          },
        ]}
      />
      <P k="admin.set-venue-retire-lead" />
      <p>
        <TextLink href={`${at}/retire`} k="admin.set-venue-retire" />
      </p>
    </>
  )
}

/** T7: how a venue is described. */
export function VenueAboutScreen({ params: { venueId = '' } }: ScreenProps) {
  return (
    <VenuePage venueId={venueId} title={() => say('admin.set-s-venue')} isPart>
      {cityId => (
        <OfVenue cityId={cityId} venueId={venueId}>
          {venue => <VenueForm {...venue} draft={`${venueId}:about`} sections={ABOUT} />}
        </OfVenue>
      )}
    </VenuePage>
  )
}

/** T7: when a venue is open. */
export function VenueOpeningScreen({ params: { venueId = '' } }: ScreenProps) {
  return (
    <VenuePage venueId={venueId} title={() => say('admin.set-s-opening')} isPart>
      {cityId => (
        <OfVenue cityId={cityId} venueId={venueId}>
          {venue => (
            <VenueForm
              {...venue}
              draft={`${venueId}:opening`}
              sections={OPENING}
              under={scope => ({ 'admin.set-s-closures': <YearlyForm scope={scope} /> })}
            />
          )}
        </OfVenue>
      )}
    </VenuePage>
  )
}

/** T7, G10: what can be booked with the rooms of a venue. */
export function VenueOptionsScreen({ params: { venueId = '' } }: ScreenProps) {
  return (
    <VenuePage venueId={venueId} title={() => say('admin.set-s-options')} isPart>
      {cityId => (
        <OfVenue cityId={cityId} venueId={venueId}>
          {venue => (
            <VenueForm
              {...venue}
              draft={`${venueId}:options`}
              sections={optionSections(venue.read.document.spaces)}
            />
          )}
        </OfVenue>
      )}
    </VenuePage>
  )
}
