import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import { Money, When } from '../../i18n/format.tsx'
import { P } from '../../i18n/text.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { totalYen } from '../availability/listing/total-yen.ts'
import { availabilityPath, type Wanted } from '../availability/paths.ts'

type Props = { readonly wanted: Wanted; readonly listing: Listing }

/** What the form is about, with the way back to choose another time. */
export function WantedTime({ wanted, listing }: Props) {
  const { listingId, date, from, to } = wanted
  const yen = totalYen(listing, wanted)
  return (
    <div class="wanted-time">
      <p class="wanted-time__when">
        <When date={date} from={from} to={to} />
      </p>
      {yen > 0 && <P k="availability.price-total" p={{ yen: <Money yen={yen} /> }} />}
      <p>
        <TextLink href={availabilityPath(listingId, { date, from, to })} k="booking.change-time" />
      </p>
    </div>
  )
}
