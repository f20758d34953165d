import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { searchTextOf } from '../domain/search-text.ts'
import type { ClaimedId } from '../domain/venue-shape.ts'
import type { Tables } from './schema.ts'

/** Venue writers go one at a time, so that no two of them claim ids in crossed order; readers do not wait. */
export async function lockVenueWriting(tx: Transaction<Tables>): Promise<void> {
  await sql`lock table claimed_ids in share row exclusive mode`.execute(tx)
}

export async function findVenue(db: Kysely<Tables>, venueId: string): Promise<Venue | undefined> {
  const row = await db
    .selectFrom('venues')
    .select('document')
    .where('venue_id', '=', venueId)
    .executeTakeFirst()
  return row?.document
}

export async function findVersion(
  db: Kysely<Tables>,
  key: { readonly venueId: string; readonly cityId: string },
): Promise<{ readonly venue: Venue; readonly version: number } | undefined> {
  return db
    .selectFrom('venues')
    .select(['document as venue', 'version'])
    .where('venue_id', '=', key.venueId)
    .where('city_id', '=', key.cityId)
    .executeTakeFirst()
}

export async function venueIdsOf(db: Kysely<Tables>, cityId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('venues')
    .select('venue_id')
    .where('city_id', '=', cityId)
    .orderBy('venue_id')
    .execute()
  return rows.map(row => row.venue_id)
}

/** M13: where a listing is offered. */
export async function venueOfListing(
  db: Kysely<Tables>,
  listingId: string,
): Promise<{ readonly venueId: string; readonly spaceId: string } | undefined> {
  const row = await db
    .selectFrom('claimed_ids')
    .select(['venue_id', 'space_id'])
    .where('kind', '=', 'listing')
    .where('id', '=', listingId)
    .executeTakeFirst()
  return row?.space_id ? { venueId: row.venue_id, spaceId: row.space_id } : undefined
}

/** The first of the ids that belongs to another venue. */
export async function claimedElsewhere(
  tx: Transaction<Tables>,
  venueId: string,
  ids: readonly ClaimedId[],
): Promise<Pick<ClaimedId, 'kind' | 'id'> | undefined> {
  return tx
    .selectFrom('claimed_ids')
    .select(['kind', 'id'])
    .where('venue_id', '<>', venueId)
    .where(eb => eb.or(ids.map(({ kind, id }) => eb.and({ kind, id }))))
    .orderBy('kind')
    .orderBy('id')
    .executeTakeFirst()
}

/** Writes the document if it says anything new; `changed` tells. */
export async function upsertVenue(
  tx: Transaction<Tables>,
  venue: Venue,
): Promise<{ readonly version: number; readonly changed: boolean }> {
  const { venueId, cityId } = venue
  const document = JSON.stringify(venue)
  const search_text = searchTextOf(venue)
  const written = await tx
    .insertInto('venues')
    .values({ venue_id: venueId, city_id: cityId, version: 1, document, search_text })
    .onConflict(conflict =>
      conflict
        .column('venue_id')
        .doUpdateSet(eb => ({ document, search_text, version: eb('venues.version', '+', 1) }))
        .whereRef('venues.document', 'is distinct from', 'excluded.document'),
    )
    .returning('version')
    .executeTakeFirst()
  if (written) return { version: written.version, changed: true }
  const { version } = await tx
    .selectFrom('venues')
    .select('version')
    .where('venue_id', '=', venueId)
    .executeTakeFirstOrThrow()
  return { version, changed: false }
}

export async function replaceClaims(
  tx: Transaction<Tables>,
  venueId: string,
  ids: readonly ClaimedId[],
): Promise<void> {
  await tx.deleteFrom('claimed_ids').where('venue_id', '=', venueId).execute()
  await tx
    .insertInto('claimed_ids')
    .values(ids.map(({ kind, id, spaceId }) => ({ kind, id, venue_id: venueId, space_id: spaceId })))
    .execute()
}
