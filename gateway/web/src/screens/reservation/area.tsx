import '../../styles/keypad.css'
import '../../styles/mine.css'
import type { Area } from '../../shell/area.tsx'
import { CancelScreen } from './cancel-screen.tsx'
import { ReservationScreen } from './reservation-screen.tsx'

export const area: Area = {
  screens: {
    '/reservations/:reservationId': ReservationScreen,
    '/reservations/:reservationId/cancel': CancelScreen,
  },
}
