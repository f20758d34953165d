import { setImmediate as othersTurn } from 'node:timers/promises'
import { minutesOf } from '@asaichi/calendar/grid.ts'
import { localDateOf, localTimeOf } from '@asaichi/calendar/instant.ts'
import { addDays, datesBetween, monthsBetween } from '@asaichi/calendar/local-date.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { FreeRoom, searchFree as request } from '@asaichi/contract/catalog/free-rooms.ts'
import type { Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { bookingPhase } from '../domain/booking-phase.ts'
import { refusalOfSearch, suits } from '../domain/free-search.ts'
import { translatedName } from '../domain/translated-name.ts'
import { fitOf, nextOnGrid } from '../domain/wanted-time.ts'
import { type FreeRuns, freeRunsOf, readyCity } from '../ready-rooms.ts'
import { findSearchStamp, type SearchStamp } from '../store/search-stamp.ts'

type Needed = Pick<Context, 'db' | 'rooms'>
type Wishes = z.output<typeof request.input>
type Room = { readonly venue: Venue; readonly space: Space }
/** A page being filled: a room more than it holds tells that there is a next one. */
type Page = { readonly items: FreeRoom[]; readonly near: FreeRoom[] }
type Day = { readonly date: string; readonly phase: FreeRoom['phase']; readonly earliest: number }

const MOST_NEAR = 10

/** S6: a page of what is free. At most 62 days are looked at, and other questions are answered between them. */
export async function searchFree(context: Needed, wishes: Wishes): Promise<OutcomeOf<typeof request>> {
  const refusal = refusalOfSearch(wishes)
  if (refusal) return refusal
  const stamp = await findSearchStamp(context.db, wishes)
  const ready = stamp && (await readyCity(context, wishes.cityId, stamp.stamp))
  if (!ready) return refuse('not-found')
  const { area, limit } = wishes
  const rooms = ready.venues
    .filter(venue => area === undefined || venue.area === area)
    .flatMap(venue => venue.spaces.filter(space => suits(space, wishes)).map(space => ({ venue, space })))
  const bookable = datesBetween(wishes.from, wishes.to).map(date => dayOf(date, ready.city, stamp))
  const page: Page = { items: [], near: [] }
  for (const month of monthsBetween(wishes.from.slice(0, 7), wishes.to.slice(0, 7))) {
    const days = bookable.flatMap(day => (day?.date.startsWith(month) ? [day] : []))
    if (days.length === 0 || page.items.length > limit) continue
    const freeRuns = await freeRunsOf(context, { rooms, month, stamp })
    for (const day of days) {
      if (page.items.length > limit) break
      fill(page, { rooms, day, wishes, freeRuns })
      await othersTurn()
    }
  }
  return done({ ...pageOf(page, wishes), tooLate: tooLateOf(wishes, bookable) })
}

/** Nothing where booking for the date is over. */
function dayOf(date: string, { policy }: City, { now, drawn }: SearchStamp): Day | undefined {
  const today = localDateOf(now)
  if (date < today) return undefined
  const phase = bookingPhase(policy.windows, date, { now, drawn: drawn.includes(date) })
  if (phase === 'closed') return undefined
  return { date, phase, earliest: date === today ? nextOnGrid(minutesOf(localTimeOf(now))) : 0 }
}

type Filling = {
  readonly rooms: readonly Room[]
  readonly day: Day
  readonly wishes: Wishes
  readonly freeRuns: FreeRuns
}

function fill(page: Page, { rooms, day, wishes, freeRuns }: Filling): void {
  const { date, phase, earliest } = day
  for (const { venue, space } of roomsAfter(rooms, date, wishes.after)) {
    if (page.items.length > wishes.limit) return
    const free = freeRuns(space.spaceId, date)
    const fit = fitOf({ runs: free, minMinutes: space.minMinutes, earliest }, wishes)
    const list = fit?.inBand ? page.items : page.near
    if (!fit || (list === page.near && list.length >= MOST_NEAR)) continue
    const { from, to } = fit
    const listingIds = space.listings.map(listing => listing.listingId)
    list.push({ date, listingIds, ...namesOf(venue, space), free: [...free], fit: { from, to }, phase })
  }
}

/** What a cursor has not told yet. A room that is gone since would end its day too early, so the day is told again. */
function roomsAfter(rooms: readonly Room[], date: string, after: string | undefined): readonly Room[] {
  const [told = '', last] = after?.split('.') ?? []
  if (date > told) return rooms
  if (date < told) return []
  return rooms.slice(rooms.findIndex(({ space }) => space.spaceId === last) + 1)
}

function pageOf({ items, near }: Page, { limit, after }: Wishes) {
  const more = items.length > limit
  const shown = items.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown,
    more,
    next: more && last ? `${last.date}.${last.spaceId}` : null,
    near: more || after !== undefined ? [] : near,
  }
}

/** The windows of a city close in the order of the dates, so what is over comes first. */
function tooLateOf({ from }: Wishes, days: readonly (Day | undefined)[]) {
  const first = days.findIndex(day => day !== undefined)
  const count = first === -1 ? days.length : first
  return count === 0 ? null : { first: from, last: addDays(from, count - 1) }
}

function namesOf(venue: Venue, space: Space) {
  return {
    venueId: venue.venueId,
    venueName: venue.name,
    venueTranslations: translatedName(venue.translations),
    spaceId: space.spaceId,
    spaceName: space.name,
    spaceTranslations: space.translations,
  }
}
