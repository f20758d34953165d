import type { FavouriteRef } from '@asaichi/contract/catalog/favourites.ts'
import type { Listing, Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { translatedName } from '../domain/translated-name.ts'
import type { Tables } from './schema.ts'

type Owned = FavouriteRef & { readonly personId: string }

/** A person's favourites that still exist, by venue, each venue before its rooms. */
export async function favouritesOf(db: Kysely<Tables>, personId: string) {
  const { rows } = await sql<{
    kind: 'venue' | 'listing'
    id: string
    cityId: string
    venueId: string
    venueName: string
    translations: Venue['translations'] | null
    listing: Listing | null
  }>`
    select f.kind, f.id, v.city_id as "cityId", v.venue_id as "venueId", v.document ->> 'name' as "venueName",
      v.document -> 'translations' as translations,
      (select l from jsonb_path_query(v.document, '$.spaces[*].listings[*]') l where l ->> 'listingId' = f.id and f.kind = 'listing' limit 1) as listing
    from favourites f
      left join claimed_ids c on f.kind = 'listing' and c.kind = 'listing' and c.id = f.id
      join venues v on v.venue_id = case f.kind when 'venue' then f.id else c.venue_id end
    where f.person_id = ${personId} order by v.document ->> 'name', v.venue_id, f.kind desc, f.id`.execute(db)
  return rows.map(({ translations, listing, ...row }) => ({
    ...row,
    venueTranslations: translatedName(translations),
    listingName: listing?.name ?? null,
    listingTranslations: listing?.translations,
  }))
}

/** Whether there is such a venue or listing. */
export async function favouriteExists(db: Kysely<Tables>, { kind, id }: FavouriteRef): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select case ${kind}::text when 'venue' then exists (select 1 from venues where venue_id = ${id})
      else exists (select 1 from claimed_ids where kind = 'listing' and id = ${id}) end as known`.execute(db)
  return rows[0]?.known === true
}

/** Adds it under the limit; false where the limit was reached. One person's additions go one at a time. */
export async function insertFavourite(
  tx: Transaction<Tables>,
  { personId, kind, id }: Owned,
  limit: number,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`favourites ${personId}`}, 0))`.execute(tx)
  await sql`
    insert into favourites (person_id, kind, id) select ${personId}, ${kind}, ${id}
    where (select count(*) from favourites where person_id = ${personId}) < ${limit} on conflict do nothing`.execute(
    tx,
  )
  const { rows } = await sql`
    select 1 from favourites where person_id = ${personId} and kind = ${kind} and id = ${id}`.execute(tx)
  return rows.length === 1
}

export async function deleteFavourite(db: Kysely<Tables>, { personId, kind, id }: Owned): Promise<void> {
  await db
    .deleteFrom('favourites')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute()
}

/** V11 */
export async function deleteFavouritesOf(db: Kysely<Tables>, personId: string): Promise<void> {
  await db.deleteFrom('favourites').where('person_id', '=', personId).execute()
}
