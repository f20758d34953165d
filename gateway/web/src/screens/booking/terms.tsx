import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import { OwnLines } from '../../i18n/own-text.tsx'
import { Summary } from '../../i18n/text.tsx'

type Props = { readonly city: City; readonly listing: Listing }

/** The terms themselves, to be opened right here, so that nothing typed is left behind. */
export function Terms({ city, listing }: Props) {
  const { termsText } = listing
  return (
    <details class="terms">
      <Summary k="booking.terms-read" />
      <div class="terms__text">
        <OwnLines of={city} field="termsText" />
        {termsText !== null && <OwnLines of={{ ...listing, termsText }} field="termsText" />}
      </div>
    </details>
  )
}
