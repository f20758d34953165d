import '../../styles/mine.css'
import type { Area } from '../../shell/area.tsx'
import { CheckScreen } from './check-screen.tsx'
import { RoundScreen } from './round-screen.tsx'

export const area: Area = {
  screens: {
    '/rounds/:cityId/:date': RoundScreen,
    '/rounds/:cityId/:date/check': CheckScreen,
  },
}
