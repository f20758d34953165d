import { HOLIDAY_YEARS } from '@asaichi/calendar/holidays.ts'
import { instantAt, localDateOf } from '@asaichi/calendar/instant.ts'
import { hoursOn } from '@asaichi/calendar/opening-hours.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { getBoard, getVenueDay, VenueDay } from '@asaichi/contract/catalog/venue-day.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { bookingPhase, openingAhead } from '../domain/booking-phase.ts'
import { type Occupancy, openHoursOn, slotLetters } from '../domain/day-slots.ts'
import { PHASE_LETTERS } from '../domain/month-calendar.ts'
import { roomState } from '../domain/room-board.ts'
import { translatedName } from '../domain/translated-name.ts'
import { findCity } from '../store/cities.ts'
import { occupanciesBetween } from '../store/occupancies.ts'
import { openedDates } from '../store/opened-dates.ts'
import { findVenue } from '../store/venues.ts'

/** R7: all rooms of a venue side by side. */
export async function showVenueDay(
  { db }: Context,
  { venueId, date }: z.output<typeof getVenueDay.input>,
): Promise<OutcomeOf<typeof getVenueDay>> {
  const known = { first: `${HOLIDAY_YEARS.first}-01-01`, last: `${HOLIDAY_YEARS.last}-12-31` }
  if (date < known.first || date > known.last) return refuse('date-out-of-range', known)
  const venue = await findVenue(db, venueId)
  const city = venue && (await findCity(db, venue.cityId))
  if (!venue || !city) return refuse('not-found')
  const [now, occupancies] = await Promise.all([townNow(db), occupanciesOn(db, venue, date)])
  const drawn = await openedDates(db, city.cityId, { from: date, to: date })
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
  const names = { cityId: city.cityId, ...namesOf(venue) }
  return done({ ...names, date, ...opening, ...(opening.hours ? phase : SHUT), rooms })
}

/** K1: the same for everyone who looks at the wall. */
export async function showBoard(
  { db }: Context,
  { venueId }: z.output<typeof getBoard.input>,
): Promise<OutcomeOf<typeof getBoard>> {
  const venue = await findVenue(db, venueId)
  if (!venue) return refuse('not-found')
  const now = await townNow(db)
  const date = localDateOf(now)
  const occupancies = await occupanciesOn(db, venue, date)
  const hours = openHoursOn(venue, date)
  const rooms = venue.spaces.map(({ spaceId, name, translations }) => ({
    spaceId,
    name,
    translations,
    ...roomState(date, { hours, now }, occupancies.get(spaceId) ?? []),
  }))
  return done({ ...namesOf(venue), date, ...openingOf(venue, date), rooms })
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

function openingOf({ hours, closures }: Venue, date: string): Pick<VenueDay, 'hours' | 'closedReason'> {
  const day = hoursOn({ ...hours, closures }, date)
  return 'closed' in day
    ? { hours: null, closedReason: day.closed }
    : { hours: { opens: day.opens, closes: day.closes }, closedReason: null }
}

function namesOf(venue: Venue) {
  return {
    venueId: venue.venueId,
    venueName: venue.name,
    venueTranslations: translatedName(venue.translations),
  }
}

function occupanciesOn(
  db: Context['db'],
  venue: Venue,
  date: string,
): Promise<ReadonlyMap<string, readonly Occupancy[]>> {
  return occupanciesBetween(db, [venue], { from: instantAt(date, '00:00'), to: instantAt(date, '24:00') })
}
