import type { Area } from '../../shell/area.tsx'
import { ActsScreen } from './acts/acts-screen.tsx'
import { ChangesScreen } from './changes/changes-screen.tsx'
import { HomeScreen } from './city/home-screen.tsx'
import { CitySettingsScreen } from './city/settings-screen.tsx'
import { InvitationScreen } from './invitation/invitation-screen.tsx'
import { CitiesScreen } from './operator/cities-screen.tsx'
import { CityScreen } from './operator/city-screen.tsx'
import { TeamScreen } from './team/team-screen.tsx'
import { RetireRoomScreen, RetireVenueScreen } from './venues/retire-screens.tsx'
import { NewRoomScreen, RoomScreen } from './venues/room-screen.tsx'
import {
  VenueAboutScreen,
  VenueOpeningScreen,
  VenueOptionsScreen,
  VenueScreen,
} from './venues/venue-screen.tsx'
import { VenuesScreen } from './venues/venues-screen.tsx'

export const area: Area = {
  screens: {
    '/admin': HomeScreen,
    '/admin/acts': ActsScreen,
    '/admin/changes': ChangesScreen,
    '/admin/city/:part': CitySettingsScreen,
    '/admin/team': TeamScreen,
    '/admin/venues': VenuesScreen,
    '/admin/venues/:venueId': VenueScreen,
    '/admin/venues/:venueId/about': VenueAboutScreen,
    '/admin/venues/:venueId/opening': VenueOpeningScreen,
    '/admin/venues/:venueId/options': VenueOptionsScreen,
    '/admin/venues/:venueId/retire': RetireVenueScreen,
    '/admin/venues/:venueId/rooms/new': NewRoomScreen,
    '/admin/venues/:venueId/rooms/:spaceId': RoomScreen,
    '/admin/venues/:venueId/rooms/:spaceId/retire': RetireRoomScreen,
    '/invitation': InvitationScreen,
    '/operator': CitiesScreen,
    '/operator/cities/:cityId': CityScreen,
  },
}
