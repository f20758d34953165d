import '../../styles/mine.css'
import type { Area } from '../../shell/area.tsx'
import { EntryScreen } from './entry-screen.tsx'
import { WithdrawScreen } from './withdraw-screen.tsx'

export const area: Area = {
  screens: {
    '/entries/:entryId': EntryScreen,
    '/entries/:entryId/withdraw': WithdrawScreen,
  },
}
