import { HOLIDAY_YEARS } from '@asaichi/calendar/holidays.ts'
import { hoursOn } from '@asaichi/calendar/opening-hours.ts'
import { firstComeWindow, lotteryWindow } from '@asaichi/calendar/windows.ts'
import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import type { getListing, getListingDay, ListingDay } from '@asaichi/contract/catalog/listings.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findCity } from '../store/cities.ts'
import { findVenue, venueOfListing } from '../store/venues.ts'

/** R6: what a page about one listing needs to name it. */
export async function showListing(
  { db }: Context,
  { listingId }: z.output<typeof getListing.input>,
): Promise<OutcomeOf<typeof getListing>> {
  const place = await venueOfListing(db, listingId)
  const venue = place && (await findVenue(db, place.venueId))
  return venue ? done({ listingId, spaceId: place.spaceId, venue }) : refuse('not-found')
}

/** M31: the instants between which a date can be applied for. */
export async function showListingDay(
  { db }: Context,
  { listingId, date }: z.output<typeof getListingDay.input>,
): Promise<OutcomeOf<typeof getListingDay>> {
  const known = { first: `${HOLIDAY_YEARS.first}-01-01`, last: `${HOLIDAY_YEARS.last}-12-31` }
  if (date < known.first || date > known.last) return refuse('date-out-of-range', known)
  const place = await venueOfListing(db, listingId)
  const venue = place && (await findVenue(db, place.venueId))
  const city = venue && (await findCity(db, venue.cityId))
  if (!venue || !city) return refuse('not-found')
  return done({ listingId, date, ...openingOf(venue, date), ...windowsOf(city.policy.windows, date) })
}

function openingOf({ hours, closures }: Venue, date: string): Pick<ListingDay, 'hours' | 'closedReason'> {
  const day = hoursOn({ ...hours, closures }, date)
  return 'closed' in day
    ? { hours: null, closedReason: day.closed }
    : { hours: { opens: day.opens, closes: day.closes }, closedReason: null }
}

function windowsOf(policy: WindowPolicy, date: string): Pick<ListingDay, 'lottery' | 'firstCome'> {
  const { opensAt, closesAt } = firstComeWindow(policy, date)
  return {
    lottery: lotteryWindow(policy, date) ?? null,
    firstCome: opensAt < closesAt ? { opensAt, closesAt } : null,
  }
}
