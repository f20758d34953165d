import type { Area } from '../../shell/area.tsx'
import { AvailabilityScreen } from './availability-screen.tsx'
import { VenueDayScreen } from './venue-day-screen.tsx'

/** Apart from the form, so that the calendar is soon in sight on an old phone. */
export const area: Area = {
  screens: {
    '/listings/:listingId/availability': AvailabilityScreen,
    '/venues/:venueId/day': VenueDayScreen,
  },
}
