import type { ListingDay } from '@asaichi/contract/catalog/listings.ts'
import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import { Money, When } from '../../i18n/format.tsx'
import { P } from '../../i18n/text.tsx'
import { useLater } from '../../shell/later.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { totalYen } from '../availability/listing/total-yen.ts'
import { availabilityPath, type Wanted } from '../availability/paths.ts'

type Props = { readonly wanted: Wanted; readonly listing: Listing; readonly day: ListingDay }

/** What the form is about, with the way back to choose another time. */
export function WantedTime({ wanted, listing, day: { feeRate } }: Props) {
  const { listingId, date, from, to } = wanted
  const yen = totalYen(listing, wanted, feeRate)
  return (
    <div class="wanted-time">
      <p class="wanted-time__when">
        <When date={date} from={from} to={to} />
      </p>
      {yen > 0 && <P k="availability.price-total" p={{ yen: <Money yen={yen} /> }} />}
      {feeRate !== undefined && listing.yenPerStep > 0 && <FeeNote rate={feeRate} />}
      <p>
        <TextLink href={availabilityPath(listingId, { date, from, to })} k="booking.change-time" />
      </p>
    </div>
  )
}

function FeeNote(props: { readonly rate: number }) {
  const part = useLater(() => import('../../records/fee-note.tsx'), ['fees'])
  return part ? <part.FeeNote {...props} /> : null
}
