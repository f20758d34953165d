import { HOLIDAY_YEARS } from '@asaichi/calendar/holidays.ts'
import { feeRate } from '@asaichi/calendar/step-fee.ts'
import { classOf, laterWindow } from '@asaichi/calendar/user-class.ts'
import { firstComeWindow, lotteryWindow } from '@asaichi/calendar/windows.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { ListingDay, getListingDay as request } from '@asaichi/contract/catalog/listings.ts'
import type { UserClass } from '@asaichi/contract/catalog/user-class.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { openingOf } from '../domain/venue-opening.ts'
import { findCity } from '../store/cities.ts'
import { findVenue, venueOfListing } from '../store/venues.ts'

/** M31: the instants between which a date can be applied for. */
export async function getListingDay(
  { db }: Context,
  { listingId, date, ...of }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const known = { first: `${HOLIDAY_YEARS.first}-01-01`, last: `${HOLIDAY_YEARS.last}-12-31` }
  if (date < known.first || date > known.last) return refuse('date-out-of-range', known)
  const place = await venueOfListing(db, listingId)
  const venue = place && (await findVenue(db, place.venueId))
  const city = venue && (await findCity(db, venue.cityId))
  if (!venue || !city) return refuse('not-found')
  // An id is of its city: that of another one's person says nothing here.
  const ownClass = classOf(city.policy, of.cityId === venue.cityId ? of.classId : undefined)
  const { restDayPercent } = feeRate(city.policy, date, ownClass?.classId)
  const rate = restDayPercent * (ownClass?.feePercent ?? 100)
  return done({
    listingId,
    date,
    ...openingOf(venue, date),
    ...windowsOf(city.policy, date, ownClass),
    ...(rate !== 10_000 && { feeRate: rate }),
  })
}

/** M17, M21, G11: as they are for somebody of this class. */
function windowsOf(
  { windows }: Pick<CityPolicy, 'windows'>,
  date: string,
  own: UserClass | undefined,
): Pick<ListingDay, 'lottery' | 'firstCome'> {
  const { opensAt, closesAt } = laterWindow(firstComeWindow(windows, date), own)
  return {
    lottery: (own?.entersLottery !== false && lotteryWindow(windows, date)) || null,
    firstCome: opensAt < closesAt ? { opensAt, closesAt } : null,
  }
}
