import '../../styles/public.css'
import type { Area } from '../../shell/area.tsx'
import { ListingScreen } from './listing-screen.tsx'
import { SearchScreen } from './search-screen.tsx'
import { VenueScreen } from './venue-screen.tsx'

/** Apart from the front page, so that a first visit on an old phone stays small. */
export const area: Area = {
  screens: {
    '/search': SearchScreen,
    '/venues/:venueId': VenueScreen,
    '/listings/:listingId': ListingScreen,
  },
}
