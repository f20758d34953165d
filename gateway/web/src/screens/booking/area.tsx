import '../../styles/booking.css'
import type { Area } from '../../shell/area.tsx'
import { ApplyScreen } from './apply-screen.tsx'
import { AvailabilityScreen } from './availability-screen.tsx'
import { DoneScreen } from './done-screen.tsx'
import { ReceiptScreen } from './receipt-screen.tsx'
import { VenueDayScreen } from './venue-day-screen.tsx'

export const area: Area = {
  texts: ['booking', 'problems', 'states'],
  screens: {
    '/listings/:listingId/availability': AvailabilityScreen,
    '/venues/:venueId/day': VenueDayScreen,
    '/apply': ApplyScreen,
    '/apply/done': DoneScreen,
    '/receipts/:receiptId': ReceiptScreen,
  },
}
