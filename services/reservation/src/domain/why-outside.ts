import { inHours } from '@asaichi/calendar/use-span.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { findBookable } from './bookable.ts'

type Booked = {
  readonly spaceId: string
  readonly listingId: string
  readonly date: string
  readonly from: string
  readonly to: string
}

/** Why a booking would have no place in a venue of this document; nothing where it has one (M12, M13). */
export function whyOutside(booked: Booked, venue: Venue): 'room-gone' | 'closed' | undefined {
  if (findBookable(venue, booked.listingId)?.space.spaceId !== booked.spaceId) return 'room-gone'
  return inHours(booked, { ...venue.hours, closures: venue.closures }) ? 'closed' : undefined
}
