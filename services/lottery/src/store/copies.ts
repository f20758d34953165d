import type { City, CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

// Each `keep…` takes only a newer version, so that a replayed or late fact never turns a copy back, and answers whether it was new.

export async function keepCity(tx: Transaction<Tables>, city: City, version: number): Promise<boolean> {
  const { rows } = await sql`
    insert into cities (city_id, version, policy) values (${city.cityId}, ${version}, ${JSON.stringify(city.policy)})
    on conflict (city_id) do update set version = excluded.version, policy = excluded.policy where cities.version < excluded.version
    returning 1`.execute(tx)
  return rows.length === 1
}

export async function keepVenue(tx: Transaction<Tables>, venue: Venue, version: number): Promise<void> {
  await sql`
    insert into venues (venue_id, city_id, version, doc) values (${venue.venueId}, ${venue.cityId}, ${version}, ${JSON.stringify(venue)})
    on conflict (venue_id) do update set city_id = excluded.city_id, version = excluded.version, doc = excluded.doc where venues.version < excluded.version`.execute(
    tx,
  )
}

export async function keepPermission(
  tx: Transaction<Tables>,
  permission: {
    personId: string
    cityId: string
    status: string
    adultFrom: string
    alikeId?: string | undefined
  },
  version: number,
): Promise<boolean> {
  const { personId, cityId, status, adultFrom, alikeId = personId } = permission
  const { rows } = await sql`
    insert into permissions (person_id, city_id, version, status, adult_from, alike_id) values (${personId}, ${cityId}, ${version}, ${status}, ${adultFrom}, ${alikeId})
    on conflict (person_id, city_id) do update set version = excluded.version, status = excluded.status, adult_from = excluded.adult_from, alike_id = excluded.alike_id
    where permissions.version < excluded.version returning 1`.execute(tx)
  return rows.length === 1
}

export async function findPolicy(db: Kysely<Tables>, cityId: string): Promise<CityPolicy | undefined> {
  const row = await db.selectFrom('cities').select('policy').where('city_id', '=', cityId).executeTakeFirst()
  return row?.policy ?? undefined
}

export async function findVenue(db: Kysely<Tables>, venueId: string): Promise<Venue | undefined> {
  return (await db.selectFrom('venues').select('doc').where('venue_id', '=', venueId).executeTakeFirst())?.doc
}

/** The venues that offer any of the listings. */
export async function findVenuesOffering(
  db: Kysely<Tables>,
  listingIds: readonly string[],
): Promise<readonly Venue[]> {
  const patterns = [...new Set(listingIds)].map(listingId =>
    JSON.stringify({ spaces: [{ listings: [{ listingId }] }] }),
  )
  const { rows } = await sql<{ doc: Venue }>`
    select doc from venues where doc @> any(${patterns}::jsonb[]) order by venue_id`.execute(db)
  return rows.map(row => row.doc)
}

export type Permission = { readonly status: string; readonly adultFrom: string }

export async function findPermission(
  db: Kysely<Tables>,
  person: { readonly personId: string; readonly cityId: string },
): Promise<Permission | undefined> {
  return db
    .selectFrom('permissions')
    .select(['status', 'adult_from as adultFrom'])
    .where('person_id', '=', person.personId)
    .where('city_id', '=', person.cityId)
    .executeTakeFirst()
}

/** Quotas are counted while the person's row is held, so that twenty entries at once are counted one after the other (G2). */
export async function lockPerson(tx: Transaction<Tables>, personId: string): Promise<void> {
  await sql`insert into persons (person_id) values (${personId}) on conflict do nothing`.execute(tx)
  await sql`select 1 from persons where person_id = ${personId} for update`.execute(tx)
}
