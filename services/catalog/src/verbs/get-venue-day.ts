import { HOLIDAY_YEARS } from '@asaichi/calendar/holidays.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { getVenueDay as request, VenueDay } from '@asaichi/contract/catalog/venue-day.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { bookingPhase, openingAhead } from '../domain/booking-phase.ts'
import { openHoursOn, slotLetters } from '../domain/day-slots.ts'
import { PHASE_LETTERS } from '../domain/month-calendar.ts'
import { namesOfVenue } from '../domain/translated-name.ts'
import { openingOf } from '../domain/venue-opening.ts'
import { findCity } from '../store/cities.ts'
import { occupanciesOn } from '../store/occupancies.ts'
import { openedDates } from '../store/opened-dates.ts'
import { findVenue } from '../store/venues.ts'
import { firstBookableDay } from './first-bookable-day.ts'

/** R7: all rooms of a venue side by side; without a date on the first day on which something can be booked, else today. */
export async function getVenueDay(
  { db }: Context,
  { venueId, date: wanted }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const known = { first: `${HOLIDAY_YEARS.first}-01-01`, last: `${HOLIDAY_YEARS.last}-12-31` }
  if (wanted !== undefined && (wanted < known.first || wanted > known.last))
    return refuse('date-out-of-range', known)
  const venue = await findVenue(db, venueId)
  const city = venue && (await findCity(db, venue.cityId))
  if (!venue || !city) return refuse('not-found')
  const now = await townNow(db)
  const date = wanted ?? (await firstBookableDay(db, { city, venue, now })) ?? localDateOf(now)
  const [occupancies, drawn] = await Promise.all([
    occupanciesOn(db, venue, date),
    openedDates(db, city.cityId, { from: date, to: date }),
  ])
  const hours = openHoursOn(venue, date)
  const rooms = venue.spaces.map(({ spaceId, name, capacity, parts, listings, translations }) => ({
    spaceId,
    name,
    translations,
    capacity,
    parts,
    listings: listings.map(({ termsText: _, ...listing }) => listing),
    s: hours ? slotLetters(date, hours, occupancies.get(spaceId) ?? []) : '',
  }))
  const phase = phaseOf(city, date, { now, drawn: drawn.has(date) })
  const opening = openingOf(venue, date)
  const names = { cityId: city.cityId, ...namesOfVenue(venue) }
  return done({ ...names, date, ...opening, ...(opening.hours ? phase : SHUT), rooms })
}

const SHUT = { p: '-', opensAt: null } as const

function phaseOf(
  { policy: { windows } }: City,
  date: string,
  at: { readonly now: string; readonly drawn: boolean },
): Pick<VenueDay, 'p' | 'opensAt'> {
  return {
    p: PHASE_LETTERS[bookingPhase(windows, date, at)],
    opensAt: openingAhead(windows, date, at.now),
  }
}
