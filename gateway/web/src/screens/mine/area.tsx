import '../../styles/keypad.css'
import '../../styles/mine.css'
import type { Area } from '../../shell/area.tsx'
import { CancelScreen } from './cancel-screen.tsx'
import { EntryScreen } from './entry-screen.tsx'
import { MoveScreen } from './move-screen.tsx'
import { MyPageScreen } from './my-page-screen.tsx'
import { ReservationScreen } from './reservation-screen.tsx'
import { RoundScreen } from './round-screen.tsx'
import { WithdrawScreen } from './withdraw-screen.tsx'

export const area: Area = {
  screens: {
    '/my': MyPageScreen,
    '/reservations/:reservationId': ReservationScreen,
    '/reservations/:reservationId/cancel': CancelScreen,
    '/reservations/:reservationId/move': MoveScreen,
    '/entries/:entryId': EntryScreen,
    '/entries/:entryId/withdraw': WithdrawScreen,
    '/rounds/:cityId/:date': RoundScreen,
  },
}
