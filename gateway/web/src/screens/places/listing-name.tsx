import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import { T } from '../../i18n/text.tsx'

/** M14: what a button of a listing says: the ordinary way in names no payment. */
export function ListingName({ listing }: { readonly listing: Listing | undefined }) {
  if (listing?.use === 'paid-event') return <T k="places.to-paid" />
  return <T k="places.to-free" />
}
