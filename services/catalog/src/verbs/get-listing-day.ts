import { HOLIDAY_YEARS } from '@asaichi/calendar/holidays.ts'
import { firstComeWindow, lotteryWindow } from '@asaichi/calendar/windows.ts'
import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import type { ListingDay, getListingDay as request } from '@asaichi/contract/catalog/listings.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { openingOf } from '../domain/venue-opening.ts'
import { findCity } from '../store/cities.ts'
import { findVenue, venueOfListing } from '../store/venues.ts'

/** M31: the instants between which a date can be applied for. */
export async function getListingDay(
  { db }: Context,
  { listingId, date }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const known = { first: `${HOLIDAY_YEARS.first}-01-01`, last: `${HOLIDAY_YEARS.last}-12-31` }
  if (date < known.first || date > known.last) return refuse('date-out-of-range', known)
  const place = await venueOfListing(db, listingId)
  const venue = place && (await findVenue(db, place.venueId))
  const city = venue && (await findCity(db, venue.cityId))
  if (!venue || !city) return refuse('not-found')
  return done({ listingId, date, ...openingOf(venue, date), ...windowsOf(city.policy.windows, date) })
}

function windowsOf(policy: WindowPolicy, date: string): Pick<ListingDay, 'lottery' | 'firstCome'> {
  const { opensAt, closesAt } = firstComeWindow(policy, date)
  return {
    lottery: lotteryWindow(policy, date) ?? null,
    firstCome: opensAt < closesAt ? { opensAt, closesAt } : null,
  }
}
