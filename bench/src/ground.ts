import type { Call } from '@asaichi/bus/call.ts'
import { putCity } from '@asaichi/contract/catalog/city.ts'
import { putVenue, type Venue } from '@asaichi/contract/catalog/venue.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoSpace, demoVenue } from '@asaichi/testkit/demo-venue.ts'

export const CITY = 'bench-city'
export const VENUES = 10
const ROOMS = 5
const TIMES = 20
/** What one venue offers on one day: five rooms by twenty half hours. */
export const SLOTS = ROOMS * TIMES

/** One half hour of one room; `listingId` is the room's only listing. */
export type Slot = {
  readonly venueId: string
  readonly listingId: string
  readonly date: string
  readonly from: string
  readonly to: string
}

/** One desk's work: a venue's hundred slots of one date. */
export type VenueDay = { readonly venueId: string; readonly date: string; readonly slots: readonly Slot[] }

// First-come opened at 07:00 28 days before use and closes two office days before: ten days off, no row of holidays reaches.
const FIRST_DAY = 10
const LAST_DAY = 27
// Dates the draw has yet to open.
const FIRST_DRAWN_DAY = 40

/** Hands out venue-days nobody has pressed for. */
export type Ground = {
  readonly openDates: readonly string[]
  /** For servers that do not book it: nobody's. */
  readonly example: VenueDay
  readonly venueDay: () => VenueDay
  /** The same date of every venue. */
  readonly everyVenue: () => readonly VenueDay[]
  /** `count` venue-days of one venue. */
  readonly daysOfOneVenue: (count: number) => readonly VenueDay[]
  /** Every slot of `days` dates that first-come has not opened. */
  readonly drawnDays: (days: number) => readonly VenueDay[]
}

export function createGround(today: string): Ground {
  const openDates = datesFrom(today, FIRST_DAY, LAST_DAY - FIRST_DAY + 1)
  const free = new Map(venueIds().map(venueId => [venueId, [...openDates]]))
  let drawnUntil = FIRST_DRAWN_DAY
  const take = (venueId: string, date = free.get(venueId)?.[0]): VenueDay => {
    const dates = free.get(venueId) ?? []
    if (date === undefined || !dates.includes(date)) throw new Error('No venue-day is left for another run')
    dates.splice(dates.indexOf(date), 1)
    return venueDayOf(venueId, date)
  }
  const byMostFree = () =>
    [...free].toSorted(([, one], [, other]) => other.length - one.length).map(([venueId]) => venueId)
  return {
    openDates,
    example: take(venueIds()[0] ?? ''),
    venueDay: () => take(byMostFree()[0] ?? ''),
    everyVenue: () => {
      const date = openDates.findLast(each => [...free.values()].every(dates => dates.includes(each)))
      return venueIds().map(venueId => take(venueId, date))
    },
    daysOfOneVenue: count => {
      const [venueId = ''] = byMostFree()
      return Array.from({ length: count }, () => take(venueId))
    },
    drawnDays: days => {
      const dates = datesFrom(today, drawnUntil, days)
      drawnUntil += days
      return dates.flatMap(date => venueIds().map(venueId => venueDayOf(venueId, date)))
    },
  }
}

/** Tells the town of the city and its venues through their own door. */
export async function buildCity(call: Call): Promise<void> {
  const city = demoCity({ cityId: CITY, quota: { liveReservations: 1_000 } })
  const documents = [
    await call(putCity, { actor: 'system', city }),
    ...(await Promise.all(venueIds().map(id => call(putVenue, { actor: 'system', venue: venueOf(id) })))),
  ]
  const refused = documents.find(outcome => !outcome.ok)
  if (refused && !refused.ok) throw new Error(`The town does not take the city: ${refused.refusal.code}`)
}

function venueIds(): readonly string[] {
  return Array.from({ length: VENUES }, (_, index) => `bench-hall-${index}`)
}

function venueOf(venueId: string): Venue {
  const allDay = { opens: '09:00', closes: '21:00' }
  return demoVenue({
    venueId,
    cityId: CITY,
    hours: { ...demoVenue().hours, tue: allDay },
    closures: [],
    spaces: Array.from({ length: ROOMS }, (_, room) =>
      demoSpace({ spaceId: roomOf(venueId, room), name: `${room + 1}号室` }),
    ),
    doors: [],
  })
}

function venueDayOf(venueId: string, date: string): VenueDay {
  const slots = Array.from({ length: SLOTS }, (_, index) => {
    const half = 18 + (index % TIMES)
    const listingId = roomOf(venueId, Math.floor(index / TIMES))
    return { venueId, listingId, date, from: timeOf(half), to: timeOf(half + 1) }
  })
  return { venueId, date, slots }
}

function roomOf(venueId: string, room: number): string {
  return `${venueId}-room-${room}`
}

function timeOf(half: number): string {
  return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`
}

function datesFrom(today: string, first: number, count: number): readonly string[] {
  const day = Temporal.PlainDate.from(today)
  return Array.from({ length: count }, (_, index) => day.add({ days: first + index }).toString())
}
