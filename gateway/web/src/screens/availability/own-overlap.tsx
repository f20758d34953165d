import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { Bookable } from '../../api/bookable.ts'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { bookedIn } from '../../lib/own-times.ts'
import { useCity } from '../../shell/city.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Wanted } from './paths.ts'
import { useOwnBookings } from './use-own-bookings.ts'

type Props = { readonly room: Bookable; readonly wanted: Wanted }

/** G3: said before the form is filled in. The desk decides, for the booking may be cancelled meanwhile. */
export function OwnOverlap(props: Props) {
  const { city } = useCity()
  const own = useOwnBookings().find(booking => isInTheWay(booking, props, city?.policy))
  return own ? <OwnBooking reservationId={own.reservationId} /> : null
}

/** The booking of one's own that a time overlaps, and the way to it. */
export function OwnBooking({ reservationId }: { readonly reservationId: string }) {
  return (
    <Notice tone="warning" title={say('press.own-title')} live>
      <P k="press.own-change" />
      <ButtonLink href={`/reservations/${reservationId}`} kind="secondary" k="press.own-see" />
    </Notice>
  )
}

function isInTheWay(booking: Reservation, { room, wanted }: Props, policy: CityPolicy | undefined): boolean {
  const { date, from, to } = wanted
  if (booking.date !== date || booking.to <= from || to <= booking.from) return false
  const isAllowed =
    policy?.overlapAllowed === true ||
    (policy?.overlapAllowed === 'same-venue' && booking.venueId === room.venue.venueId)
  return !isAllowed || bookedIn([booking], room, date).length > 0
}
