import '../../styles/keypad.css'
import '../../styles/kiosk.css'
import type { Area } from '../../shell/area.tsx'
import { BoardScreen } from './board-screen.tsx'
import { GuideScreen } from './guide-screen.tsx'
import { KeypadScreen } from './keypad-screen.tsx'

export const area: Area = {
  screens: {
    '/board/:venueId': BoardScreen,
    '/guide': GuideScreen,
    '/guide/:venueId': GuideScreen,
    '/keypad': KeypadScreen,
  },
}
