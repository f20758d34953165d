import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'

/** A booking as it is now; its state changes by itself, so it is asked again. */
export function useReservation(reservationId: string) {
  return useApi(
    signal => api.get('/api/reservations/{reservationId}', { params: { reservationId }, signal }),
    [reservationId],
    { refresh: true },
  )
}
