import type { City, CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { PlaceNames } from '@asaichi/contract/translations.ts'
import { type ColumnType, sql } from 'kysely'
import type { Executor } from './database.ts'
import { keepNewest } from './keep-newest.ts'

/** The catalog's documents as a service keeps them that needs the whole of a city's rules and of its venues. */
export type CatalogCopy = {
  readonly cities: {
    readonly city_id: string
    readonly version: number
    /** Null where a service knew its cities before it kept their rules; catalog is asked to tell them again. */
    readonly policy: ColumnType<CityPolicy | null, string, string>
  }
  readonly venues: {
    readonly venue_id: string
    readonly city_id: string
    readonly version: number
    readonly doc: ColumnType<Venue, string, string>
  }
}

/** Answers whether this version was new, as the next one does. */
export function keepCity(tx: Executor, city: City, version: number): Promise<boolean> {
  const row = { city_id: city.cityId, version, policy: JSON.stringify(city.policy) }
  return keepNewest<CatalogCopy['cities']>(tx, 'cities', { key: ['city_id'], row })
}

export function keepVenue(tx: Executor, venue: Venue, version: number): Promise<boolean> {
  const row = { venue_id: venue.venueId, city_id: venue.cityId, version, doc: JSON.stringify(venue) }
  return keepNewest<CatalogCopy['venues']>(tx, 'venues', { key: ['venue_id'], row })
}

export async function findPolicy(db: Executor, cityId: string): Promise<CityPolicy | undefined> {
  const { rows } = await sql<{ policy: CityPolicy | null }>`
    select policy from cities where city_id = ${cityId}`.execute(db)
  return rows[0]?.policy ?? undefined
}

export async function findVenue(db: Executor, venueId: string): Promise<Venue | undefined> {
  const { rows } = await sql<{ doc: Venue }>`select doc from venues where venue_id = ${venueId}`.execute(db)
  return rows[0]?.doc
}

/** V7: what a venue and its rooms are called in other languages, for a mail that names them. */
export function placeNamesOf({ name, translations, spaces }: Venue): NonNullable<PlaceNames> {
  return [
    { name, translations },
    ...spaces.map(space => ({ name: space.name, translations: space.translations })),
  ]
}
