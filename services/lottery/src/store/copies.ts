import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { keepNewest } from '@asaichi/store/keep-newest.ts'
import { permissionRow, type ToldPermission } from '@asaichi/store/permission-copy.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

export { findPolicy, findVenue, keepCity, keepVenue } from '@asaichi/store/catalog-copy.ts'

/** Answers whether this version was new. Who has no double in the city is alike to themselves alone. */
export function keepPermission(
  tx: Transaction<Tables>,
  permission: ToldPermission & { readonly alikeId?: string | undefined },
  version: number,
): Promise<boolean> {
  const { alikeId = permission.personId } = permission
  const row = { ...permissionRow(permission, version), alike_id: alikeId }
  return keepNewest<Tables['permissions']>(tx, 'permissions', { key: ['person_id', 'city_id'], row })
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

export type Permission = {
  readonly status: string
  readonly adultFrom: string
  readonly classId: string | null
}

export async function findPermission(
  db: Kysely<Tables>,
  person: { readonly personId: string; readonly cityId: string },
): Promise<Permission | undefined> {
  return db
    .selectFrom('permissions')
    .select(['status', 'adult_from as adultFrom', 'class_id as classId'])
    .where('person_id', '=', person.personId)
    .where('city_id', '=', person.cityId)
    .executeTakeFirst()
}

/** Quotas are counted while the person's row is held, so that twenty entries at once are counted one after the other (G2). */
export async function lockPerson(tx: Transaction<Tables>, personId: string): Promise<void> {
  await sql`insert into persons (person_id) values (${personId}) on conflict do nothing`.execute(tx)
  await sql`select 1 from persons where person_id = ${personId} for update`.execute(tx)
}
