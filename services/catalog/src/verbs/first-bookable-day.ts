import { instantAt, localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { City, WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Context } from '../context.ts'
import { bookingPhase } from '../domain/booking-phase.ts'
import { openHoursOn, slotLetters } from '../domain/day-slots.ts'
import { PHASE_LETTERS } from '../domain/month-calendar.ts'
import { isBookable } from '../domain/offer.ts'
import { occupanciesBetween } from '../store/occupancies.ts'
import { openedDates } from '../store/opened-dates.ts'

const MOST_DAYS = 400

/** M17, M21: the first day, today's included, on which a room of the venue can be booked; nothing where there is none. */
export async function firstBookableDay(
  db: Context['db'],
  { city, venue, now }: { readonly city: City; readonly venue: Venue; readonly now: string },
): Promise<string | undefined> {
  const { windows } = city.policy
  const dates = datesInReach(windows, now)
  const [from, to] = [localDateOf(now), dates.at(-1) ?? localDateOf(now)]
  const [drawn, occupancies] = await Promise.all([
    openedDates(db, city.cityId, { from, to }),
    occupanciesBetween(db, [venue], { from: instantAt(from, '00:00'), to: instantAt(to, '24:00') }),
  ])
  return dates.find(date => {
    const hours = openHoursOn(venue, date)
    if (!hours) return false
    const p = PHASE_LETTERS[bookingPhase(windows, date, { now, drawn: drawn.has(date) })]
    return venue.spaces.some(({ spaceId, minMinutes }) =>
      isBookable({ p, s: slotLetters(date, hours, occupancies.get(spaceId) ?? []) }, minMinutes),
    )
  })
}

/** From today to the last date whose windows have opened; all later ones open later. */
function datesInReach(windows: WindowPolicy, now: string): readonly string[] {
  const dates: string[] = []
  for (let date = localDateOf(now); dates.length < MOST_DAYS; date = addDays(date, 1)) {
    if (bookingPhase(windows, date, { now, drawn: true }) === 'before') break
    dates.push(date)
  }
  return dates
}
