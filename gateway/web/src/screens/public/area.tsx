import '../../styles/public.css'
import type { Area } from '../../shell/area.tsx'
import { CitiesScreen } from './cities-screen.tsx'
import { CityScreen } from './city-screen.tsx'
import { HelpScreen } from './help-screen.tsx'
import { HomeScreen } from './home-screen.tsx'
import { ListingScreen } from './listing-screen.tsx'
import { NoticeScreen } from './notice-screen.tsx'
import { NoticesScreen } from './notices-screen.tsx'
import { SearchScreen } from './search-screen.tsx'
import { VenueScreen } from './venue-screen.tsx'

export const area: Area = {
  texts: ['public', 'states', 'problems'],
  screens: {
    '/': HomeScreen,
    '/cities': CitiesScreen,
    '/cities/:cityId': CityScreen,
    '/notices': NoticesScreen,
    '/notices/:noticeId': NoticeScreen,
    '/search': SearchScreen,
    '/venues/:venueId': VenueScreen,
    '/listings/:listingId': ListingScreen,
    '/help': HelpScreen,
  },
}
