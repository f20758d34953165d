import { createHash } from 'node:crypto'
import { localDateOf, startOfDay } from '@asaichi/calendar/instant.ts'
import { addDays, addMonths, dateInMonth } from '@asaichi/calendar/local-date.ts'
import type { getAvailability as request } from '@asaichi/contract/catalog/availability.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { monthCalendar } from '../domain/month-calendar.ts'
import type { ReadyCalendar } from '../ready-calendars.ts'
import { type CalendarStamp, findCalendarStamp } from '../store/calendar-stamp.ts'
import { findCity } from '../store/cities.ts'
import { occupanciesBetween } from '../store/occupancies.ts'
import { openedDates } from '../store/opened-dates.ts'
import { findVenue } from '../store/venues.ts'

const MONTHS_EACH_WAY = 14

type Wanted = z.output<typeof request.input>

/**
 * M22: the text kept ready, after one indexed read that tells whether it is still true. So an answer is as old as the bus
 * is slow to bring reservation's facts (under a second), never older because of the memory of one replica.
 */
export async function getAvailability(
  { db, calendars }: Pick<Context, 'db' | 'calendars'>,
  wanted: Wanted,
): Promise<OutcomeOf<typeof request>> {
  const { listingId, month } = wanted
  const facts = await findCalendarStamp(db, listingId, month)
  if (!facts) return refuse('not-found')
  const near = nearMonths(facts.now)
  if (month < near.first || near.last < month) return refuse('month-too-far', near)
  const wantedText = { key: `${listingId} ${month}`, stamp: facts.stamp, now: facts.now }
  const { etag, body } = await calendars.answer(wantedText, () => build(db, wanted, facts))
  return done({ etag, body })
}

function nearMonths(now: string): { readonly first: string; readonly last: string } {
  const month = localDateOf(now).slice(0, 7)
  return { first: addMonths(month, -MONTHS_EACH_WAY), last: addMonths(month, MONTHS_EACH_WAY) }
}

async function build(
  db: Context['db'],
  { listingId, month }: Wanted,
  { cityId, venueId, spaceId, now }: CalendarStamp,
): Promise<ReadyCalendar> {
  const span = { from: `${month}-01`, to: dateInMonth(month, 31) }
  const instants = { from: startOfDay(span.from), to: startOfDay(addDays(span.to, 1)) }
  const [city, venue, drawn] = await Promise.all([
    findCity(db, cityId),
    findVenue(db, venueId),
    openedDates(db, cityId, span),
  ])
  if (!city || !venue) throw new Error('A listing without its venue or city')
  const occupancies = await occupanciesBetween(db, [venue], instants)
  const { availability, freshUntil } = monthCalendar({
    listingId,
    month,
    venue,
    policy: city.policy.windows,
    occupancies: occupancies.get(spaceId) ?? [],
    drawn,
    now,
  })
  const body = JSON.stringify(availability)
  return { etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`, body, freshUntil }
}
