import type { Bookable } from '../../api/bookable.ts'
import { Money } from '../../i18n/format.tsx'
import { T } from '../../i18n/text.tsx'

/** How many people, and what half an hour costs; a free room says nothing of money (M14). */
export function RoomPrice({ room: { listing, space } }: { readonly room: Bookable }) {
  return (
    <p>
      <T k="availability.capacity" p={{ count: space.capacity }} />
      {listing.yenPerStep > 0 && (
        <>
          {' '}
          <T k="availability.price-step" p={{ yen: <Money yen={listing.yenPerStep} /> }} />
        </>
      )}
    </p>
  )
}
