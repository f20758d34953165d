import { createHash } from 'node:crypto'
import { localDateOf, startOfDay } from '@asaichi/calendar/instant.ts'
import { addDays, addMonths, dateInMonth } from '@asaichi/calendar/local-date.ts'
import type { getAvailability as request } from '@asaichi/contract/catalog/availability.ts'
import { done, type Outcome, type OutcomeOf, type RefusalOf, refuse } from '@asaichi/contract/define.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { monthCalendar } from '../domain/month-calendar.ts'
import { offerOf } from '../domain/offer.ts'
import type { ReadyCalendar } from '../ready-calendars.ts'
import { type CalendarStamp, findCalendarStamp } from '../store/calendar-stamp.ts'
import { findCity } from '../store/cities.ts'
import { occupanciesBetween } from '../store/occupancies.ts'
import { openedDates } from '../store/opened-dates.ts'
import { findVenue } from '../store/venues.ts'

const MONTHS_EACH_WAY = 14

type Needed = Pick<Context, 'db' | 'calendars'>
type Wanted = { readonly listingId: string; readonly month: string }
type Found = Outcome<ReadyCalendar, RefusalOf<typeof request.refusals>>

/**
 * M22: a listing's month. Without one the first from today's on in which something can be booked, so that no calendar opens
 * on the last days of a month that are closed already; today's where none has anything.
 */
export async function getAvailability(
  context: Needed,
  { listingId, month }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const found = await (month === undefined
    ? firstBookable(context, listingId)
    : answerMonth(context, { listingId, month }))
  return found.ok ? done({ etag: found.value.etag, body: found.value.body }) : found
}

async function firstBookable(context: Needed, listingId: string): Promise<Found> {
  const thisMonth = localDateOf(await townNow(context.db)).slice(0, 7)
  const first = await answerMonth(context, { listingId, month: thisMonth })
  let found = first
  for (let ahead = 1; ahead <= MONTHS_EACH_WAY && found.ok && found.value.offer === 'nothing'; ahead += 1)
    found = await answerMonth(context, { listingId, month: addMonths(thisMonth, ahead) })
  return found.ok && found.value.offer === 'something' ? found : first
}

/**
 * The text kept ready, after one indexed read that tells whether it is still true. So an answer is as old as the bus
 * is slow to bring reservation's facts (under a second), never older because of the memory of one replica.
 */
async function answerMonth({ db, calendars }: Needed, wanted: Wanted): Promise<Found> {
  const { listingId, month } = wanted
  const facts = await findCalendarStamp(db, listingId, month)
  if (!facts) return refuse('not-found')
  const near = nearMonths(facts.now)
  if (month < near.first || near.last < month) return refuse('month-too-far', near)
  const wantedText = { key: `${listingId} ${month}`, stamp: facts.stamp, now: facts.now }
  return done(await calendars.answer(wantedText, () => build(db, wanted, facts)))
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
  const minMinutes = venue.spaces.find(space => space.spaceId === spaceId)?.minMinutes ?? 0
  const body = JSON.stringify(availability)
  return {
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    body,
    freshUntil,
    offer: offerOf(availability.days, minMinutes),
  }
}
