import type { Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { H2, T } from '../../i18n/text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { availabilityPath } from '../availability/paths.ts'
import { ListingName } from './listing-name.tsx'

/** M13, M14: each room with what it can be booked as. */
export function Rooms({ venue }: { readonly venue: Venue }) {
  return (
    <section aria-labelledby="rooms">
      <H2 k="places.rooms-title" id="rooms" />
      <ul class="room-cards">
        {venue.spaces.map(space => (
          <li key={space.spaceId} class="room-card">
            <RoomCard space={space} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RoomCard({ space }: { readonly space: Space }) {
  const [first] = space.listings
  return (
    <>
      <h3>
        <OwnText of={space} field="name" />
      </h3>
      <p>
        <T k="places.people-up-to" p={{ count: space.capacity }} />
        {space.areaM2 !== null && (
          <>
            {'　'}
            <T k="places.square-metres" p={{ count: space.areaM2 }} />
          </>
        )}
      </p>
      <div class="buttons">
        {space.listings.map((listing, index) => (
          <ButtonLink
            key={listing.listingId}
            kind={index === 0 ? 'primary' : 'secondary'}
            href={availabilityPath(listing.listingId)}
          >
            <ListingName listing={listing} />
          </ButtonLink>
        ))}
      </div>
      {first && (
        <p>
          <TextLink
            href={`/listings/${first.listingId}`}
            k="places.room-details"
            p={{ room: <OwnText of={space} field="name" /> }}
          />
        </p>
      )}
    </>
  )
}
