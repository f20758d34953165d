import type { ListingDay } from '@asaichi/contract/catalog/listings.ts'
import { useMe } from '../../api/session.tsx'
import type { Key } from '../../i18n/catalogue.ts'
import { Moment } from '../../i18n/format.tsx'
import { P } from '../../i18n/text.tsx'
import { Countdown } from '../../ui/steps/countdown.tsx'

type Props = { readonly day: ListingDay; readonly text: Key }

/** R14: how long until the opening, on the server's clock. */
export function Waiting({ day: { firstCome }, text }: Props) {
  const me = useMe()
  if (!firstCome) return null
  return (
    <div class="waiting">
      <Countdown until={firstCome.opensAt} />
      <P k={text} />
      {me && me.expiresAt < firstCome.opensAt && (
        <P k="booking.waiting-login-ends" p={{ at: <Moment at={me.expiresAt} /> }} />
      )}
    </div>
  )
}
