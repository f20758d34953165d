import type { ListingDay } from '@asaichi/contract/catalog/listings.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { P } from '../../i18n/text.tsx'
import { Countdown } from '../../ui/steps/countdown.tsx'

type Props = { readonly day: ListingDay; readonly text: Key }

/** R14: how long until the opening, on the server's clock. */
export function Waiting({ day: { firstCome }, text }: Props) {
  if (!firstCome) return null
  return (
    <div class="waiting">
      <Countdown until={firstCome.opensAt} />
      <P k={text} />
    </div>
  )
}
