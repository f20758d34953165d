import type { Bookable } from '../../../api/bookable.ts'
import { OwnText } from '../../../i18n/own-text.tsx'

/** Where: venue and room, in the reader's language where the city wrote them so. */
export function RoomName({ room: { venue, listing } }: { readonly room: Bookable }) {
  return (
    <p class="lead room-name">
      <OwnText of={venue} field="name" />{' '}
      <strong class="nowrap-word">
        <OwnText of={listing} field="name" />
      </strong>
    </p>
  )
}
