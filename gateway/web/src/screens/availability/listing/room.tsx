import type { Listing, Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { OwnText } from '../../../i18n/own-text.tsx'

/** One listing with everything around it. */
export type Room = { readonly venue: Venue; readonly space: Space; readonly listing: Listing }
export type Found = { readonly listingId: string; readonly spaceId: string; readonly venue: Venue }

export function useListing(listingId: string) {
  return useApi(
    signal => api.get('/api/listings/{listingId}', { params: { listingId }, signal }),
    [listingId],
  )
}

/** The room of an answer; nothing only while a venue is being rewritten. */
export function roomOf({ listingId, spaceId, venue }: Found): Room | undefined {
  const space = venue.spaces.find(one => one.spaceId === spaceId)
  const listing = space?.listings.find(one => one.listingId === listingId)
  return space && listing && { venue, space, listing }
}

/** Where: venue and room, in the reader's language where the city wrote them so. */
export function RoomName({ room: { venue, listing } }: { readonly room: Room }) {
  return (
    <p class="lead room-name">
      <OwnText of={venue} field="name" />{' '}
      <strong class="nowrap-word">
        <OwnText of={listing} field="name" />
      </strong>
    </p>
  )
}
