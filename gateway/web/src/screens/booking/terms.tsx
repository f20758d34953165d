import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import { T } from '../../i18n/text.tsx'

type Props = { readonly city: City; readonly listing: Listing }

/** The terms themselves, to be opened right here, so that nothing typed is left behind. */
export function Terms({ city, listing }: Props) {
  return (
    <details class="terms">
      <summary>
        <T k="booking.terms-read" />
      </summary>
      <div class="terms__text" lang="ja">
        <p>{city.termsText}</p>
        {listing.termsText !== null && <p>{listing.termsText}</p>}
      </div>
    </details>
  )
}
