import { useReservation } from '../own/use-reservation.ts'
import { BookingPoints } from './booking-points.tsx'

/** R17: what the cancel gave, as it is written down. */
export function AfterCancel({ reservationId }: { readonly reservationId: string }) {
  const { value } = useReservation(reservationId)
  return value ? <BookingPoints of={value} /> : null
}
