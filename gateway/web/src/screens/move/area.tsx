import '../../styles/mine.css'
import type { Area } from '../../shell/area.tsx'
import { MoveScreen } from './move-screen.tsx'

/** Apart from the other pages of a reservation, for it alone needs the calendar. */
export const area: Area = { screens: { '/reservations/:reservationId/move': MoveScreen } }
