import '../../styles/mine.css'
import type { Area } from '../../shell/area.tsx'
import { laterScreen } from '../../shell/later-screen.tsx'
import { RoundScreen } from './round-screen.tsx'

const CheckScreen = laterScreen(
  () => import('./check-screen.tsx'),
  ({ CheckScreen }) => CheckScreen,
  ['verify'],
)

export const area: Area = {
  screens: {
    '/rounds/:cityId/:date': RoundScreen,
    '/rounds/:cityId/:date/check': CheckScreen,
  },
}
