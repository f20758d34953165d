import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Shown } from '../../shell/shown.tsx'
import { BookingHeadcount } from './booking-headcount.tsx'

/** T4: of a booking in the day's list, which does not say what may be written. */
export function HeadcountAt({ reservationId }: { readonly reservationId: string }) {
  const booking = useApi(
    signal => api.get('/api/reservations/{reservationId}', { params: { reservationId }, signal }),
    [reservationId],
  )
  return (
    <Shown of={booking}>
      {reservation => <BookingHeadcount of={reservation} heading="h4" onChanged={booking.reload} />}
    </Shown>
  )
}
