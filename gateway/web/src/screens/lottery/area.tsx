import '../../styles/mine.css'
import type { Area } from '../../shell/area.tsx'
import { EntryScreen } from './entry-screen.tsx'
import { RoundScreen } from './round-screen.tsx'
import { WithdrawScreen } from './withdraw-screen.tsx'

export const area: Area = {
  screens: {
    '/entries/:entryId': EntryScreen,
    '/entries/:entryId/withdraw': WithdrawScreen,
    '/rounds/:cityId/:date': RoundScreen,
  },
}
