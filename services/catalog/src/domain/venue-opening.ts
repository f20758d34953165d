import { hoursOn } from '@asaichi/calendar/opening-hours.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { VenueDay } from '@asaichi/contract/catalog/venue-day.ts'

/** M10, M12: the hours of a date, or why the venue is closed. */
export function openingOf(
  { hours, closures }: Venue,
  date: string,
): Pick<VenueDay, 'hours' | 'closedReason'> {
  const day = hoursOn({ ...hours, closures }, date)
  return 'closed' in day
    ? { hours: null, closedReason: day.closed }
    : { hours: { opens: day.opens, closes: day.closes }, closedReason: null }
}
