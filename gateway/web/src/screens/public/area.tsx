import type { Area } from '../../shell/area.tsx'
import { CitiesScreen } from './cities-screen.tsx'
import { CityScreen } from './city-screen.tsx'
import { HomeScreen } from './home-screen.tsx'

export const area: Area = {
  texts: ['public', 'problems'],
  screens: {
    '/': HomeScreen,
    '/cities': CitiesScreen,
    '/cities/:cityId': CityScreen,
  },
}
