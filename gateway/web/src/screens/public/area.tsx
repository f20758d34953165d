import '../../styles/public.css'
import type { Area } from '../../shell/area.tsx'
import { CitiesScreen } from './cities-screen.tsx'
import { CityScreen } from './city-screen.tsx'
import { HomeScreen } from './home-screen.tsx'
import { NoticeScreen } from './notice-screen.tsx'
import { NoticesScreen } from './notices-screen.tsx'

export const area: Area = {
  screens: {
    '/': HomeScreen,
    '/cities': CitiesScreen,
    '/cities/:cityId': CityScreen,
    '/notices': NoticesScreen,
    '/notices/:noticeId': NoticeScreen,
  },
}
