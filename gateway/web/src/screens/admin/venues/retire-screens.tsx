import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { say } from '../../../i18n/message.ts'
import { translate } from '../../../i18n/text.tsx'
import type { ScreenProps } from '../../../shell/area.tsx'
import type { Edits } from '../settings/edits.ts'
import type { Section } from '../settings/question.ts'
import { OfVenue, VenueForm } from './venue-form.tsx'
import { VenuePage } from './venue-page.tsx'

const ROOM: readonly Section[] = [
  { title: 'admin.set-room-retire', lead: 'admin.set-room-retire-lead', questions: [] },
]

/** T7: a room that is offered no more. Bookings made before stay, and are shown first. */
export function RetireRoomScreen({ params: { venueId = '', spaceId = '' } }: ScreenProps) {
  const [, navigate] = useLocation()
  return (
    <VenuePage venueId={venueId} title={() => say('admin.set-room-retire')} isPart>
      {cityId => (
        <OfVenue cityId={cityId} venueId={venueId}>
          {venue => (
            <VenueForm
              {...venue}
              draft={`${venueId}:${spaceId}:retire`}
              sections={ROOM}
              start={withoutRoom(venue.read.document, spaceId)}
              onSaved={() => navigate(`/admin/venues/${venueId}`)}
            />
          )}
        </OfVenue>
      )}
    </VenuePage>
  )
}

/** Also out of the rooms it is a part of, and out of its doors and options: one that was for nothing else would become one for every room. */
function withoutRoom({ spaces, doors, options }: Venue, spaceId: string): Edits {
  const rest = (ids: readonly string[]) => ids.filter(id => id !== spaceId)
  const whole = spaces.filter(({ parts }) => parts.includes(spaceId))
  return {
    ...Object.fromEntries(
      whole.map(space => [`spaces.${space.spaceId}.parts`, { value: rest(space.parts) }]),
    ),
    [`spaces.${spaceId}`]: {},
    doors: {
      value: doors
        .filter(({ opens }) => !(opens.length === 1 && opens[0] === spaceId))
        .map(door => ({ ...door, opens: rest(door.opens) })),
    },
    ...(options && {
      options: {
        value: options
          .filter(({ spaceIds }) => !(spaceIds?.length === 1 && spaceIds[0] === spaceId))
          .map(option => (option.spaceIds ? { ...option, spaceIds: rest(option.spaceIds) } : option)),
      },
    }),
  }
}

/** The last day that a document can name. */
const FOR_GOOD = '2999-12-31'

/** T7: a venue that is closed from a day on: a closure without an end. */
export function RetireVenueScreen({ params: { venueId = '' } }: ScreenProps) {
  const [, navigate] = useLocation()
  return (
    <VenuePage venueId={venueId} title={() => say('admin.set-venue-retire')} isPart>
      {cityId => (
        <OfVenue cityId={cityId} venueId={venueId}>
          {venue => <RetireVenue {...venue} onSaved={() => navigate(`/admin/venues/${venueId}`)} />}
        </OfVenue>
      )}
    </VenuePage>
  )
}

type Tools = Parameters<Parameters<typeof OfVenue>[0]['children']>[0]

function RetireVenue({ read, reload, onSaved }: Tools) {
  const { venueId, closures } = read.document
  const nr = closures.length
  const [reason] = useState(() => translate('admin.set-venue-retire-reason'))
  const last: Venue['closures'][number] = { from: '', to: FOR_GOOD, reason }
  return (
    <VenueForm
      {...{ read, reload, onSaved }}
      draft={`${venueId}:retire`}
      start={{ closures: { value: [...closures, last] } }}
      sections={[
        {
          title: 'admin.set-venue-retire',
          lead: 'admin.set-venue-retire-lead',
          questions: [
            { kind: 'date', path: `closures.${nr}.from`, label: 'admin.set-venue-retire-date', size: 12 },
          ],
        },
      ]}
    />
  )
}
