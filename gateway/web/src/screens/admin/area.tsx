import type { Area } from '../../shell/area.tsx'
import { InvitationScreen } from './invitation/invitation-screen.tsx'
import { CitiesScreen } from './operator/cities-screen.tsx'
import { CityScreen } from './operator/city-screen.tsx'
import { TeamScreen } from './team/team-screen.tsx'

export const area: Area = {
  screens: {
    '/admin/team': TeamScreen,
    '/invitation': InvitationScreen,
    '/operator': CitiesScreen,
    '/operator/cities/:cityId': CityScreen,
  },
}
