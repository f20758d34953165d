import { startOfDay } from '@asaichi/calendar/instant.ts'
import { addMonths } from '@asaichi/calendar/local-date.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import { type BoundedMap, createBoundedMap } from '@asaichi/service/bounded-map.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { type FreeRun, freeRuns, type Occupancy, openHoursOn, slotLetters } from './domain/day-slots.ts'
import { findCity } from './store/cities.ts'
import { occupanciesBetween } from './store/occupancies.ts'
import type { Tables } from './store/schema.ts'
import type { SearchStamp } from './store/search-stamp.ts'
import { searchVenueDocuments } from './store/venue-search.ts'

/** A city and its venues by id, as long as none of their documents is written anew (`stamp`). */
type ReadyCity = { readonly stamp: string; readonly city: City; readonly venues: readonly Venue[] }

/** What is taken of a room in a month, true as long as its `stamp`; a day's free runs are counted once, when somebody asks. */
type ReadyRoomMonth = {
  readonly stamp: string
  readonly occupancies: readonly Occupancy[]
  readonly freeOn: Map<string, readonly FreeRun[]>
}

export type ReadyRooms = {
  readonly cities: BoundedMap<ReadyCity>
  readonly months: BoundedMap<ReadyRoomMonth>
}

type Needed = { readonly db: Kysely<Tables>; readonly rooms: ReadyRooms }
type Room = { readonly venue: Venue; readonly space: Space }
export type FreeRuns = (spaceId: string, date: string) => readonly FreeRun[]

const MOST_VENUES = 500
const MOST_CITIES = 20
const MOST_ROOM_MONTHS = 6_000

/** Searches read the same few thousand days again and again, and most of them have not changed since. */
export function createReadyRooms(): ReadyRooms {
  return { cities: createBoundedMap(MOST_CITIES), months: createBoundedMap(MOST_ROOM_MONTHS) }
}

/** The documents behind a search, read again only when the stamp says that one of them has changed. */
export async function readyCity(
  { db, rooms }: Needed,
  cityId: string,
  stamp: string,
): Promise<ReadyCity | undefined> {
  const kept = rooms.cities.get(cityId)
  if (kept?.stamp === stamp) return kept
  const [city, venues] = await Promise.all([
    findCity(db, cityId),
    searchVenueDocuments(db, { cityId }, { limit: MOST_VENUES }),
  ])
  if (!city) return undefined
  const read = { stamp, city, venues }
  rooms.cities.set(cityId, read)
  return read
}

type Asked = { readonly rooms: readonly Room[]; readonly month: string; readonly stamp: SearchStamp }

/** The free runs of the rooms' days in a month. Only rooms whose month has changed since it was last read are read. */
export async function freeRunsOf({ db, rooms: ready }: Needed, asked: Asked): Promise<FreeRuns> {
  const { rooms, month, stamp } = asked
  const keyOf = (spaceId: string) => `${spaceId} ${month}`
  const stampOf = (spaceId: string) => `${stamp.stamp} ${stamp.revisions[keyOf(spaceId)] ?? 0}`
  const known = new Map(rooms.map(({ space: { spaceId } }) => [spaceId, ready.months.get(keyOf(spaceId))]))
  const stale = rooms.filter(({ space: { spaceId } }) => known.get(spaceId)?.stamp !== stampOf(spaceId))
  const span = { from: startOfDay(`${month}-01`), to: startOfDay(`${addMonths(month, 1)}-01`) }
  const read = await occupanciesBetween(db, [...new Set(stale.map(({ venue }) => venue))], span)
  for (const { space } of stale) {
    const { spaceId } = space
    const fresh = {
      stamp: stampOf(spaceId),
      occupancies: read.get(spaceId) ?? [],
      freeOn: new Map<string, readonly FreeRun[]>(),
    }
    ready.months.set(keyOf(spaceId), fresh)
    known.set(spaceId, fresh)
  }
  const venueOf = new Map(rooms.map(({ venue, space }) => [space.spaceId, venue]))
  return (spaceId, date) => {
    const month = known.get(spaceId)
    const venue = venueOf.get(spaceId)
    if (!month || !venue) return []
    const counted = month.freeOn.get(date) ?? runsOn(venue, date, month.occupancies)
    month.freeOn.set(date, counted)
    return counted
  }
}

function runsOn(
  venue: Venue,
  date: string,
  occupancies: Parameters<typeof slotLetters>[2],
): readonly FreeRun[] {
  const hours = openHoursOn(venue, date)
  return hours ? freeRuns(hours.opens, slotLetters(date, hours, occupancies)) : []
}
