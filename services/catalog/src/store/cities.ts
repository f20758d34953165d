import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** Writes the document if it says anything new; `changed` tells. Two writers at once come one after the other. */
export async function upsertCity(
  tx: Transaction<Tables>,
  city: City,
): Promise<{ readonly version: number; readonly changed: boolean }> {
  const document = JSON.stringify(city)
  const written = await tx
    .insertInto('cities')
    .values({ city_id: city.cityId, version: 1, document })
    .onConflict(conflict =>
      conflict
        .column('city_id')
        .doUpdateSet(eb => ({ document, version: eb('cities.version', '+', 1) }))
        .whereRef('cities.document', 'is distinct from', 'excluded.document'),
    )
    .returning('version')
    .executeTakeFirst()
  if (written) return { version: written.version, changed: true }
  const { version } = await tx
    .selectFrom('cities')
    .select('version')
    .where('city_id', '=', city.cityId)
    .executeTakeFirstOrThrow()
  return { version, changed: false }
}

/** Answers whether the id was free. */
export async function insertCity(tx: Transaction<Tables>, city: City): Promise<boolean> {
  const row = await tx
    .insertInto('cities')
    .values({ city_id: city.cityId, version: 1, document: JSON.stringify(city) })
    .onConflict(conflict => conflict.column('city_id').doNothing())
    .returning('city_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function allCities(db: Kysely<Tables>): Promise<readonly City[]> {
  const rows = await db.selectFrom('cities').select('document').orderBy('city_id').execute()
  return rows.map(row => row.document)
}

/** G14 */
export async function citiesWithStops(db: Kysely<Tables>): Promise<readonly City[]> {
  const { rows } = await sql<{ document: City }>`
    select document from cities where document -> 'policy' ? 'serviceStops'`.execute(db)
  return rows.map(row => row.document)
}

/** Holds the city as it is until the transaction ends. */
export async function lockCity(
  tx: Transaction<Tables>,
  cityId: string,
): Promise<{ readonly city: City; readonly version: number } | undefined> {
  return tx
    .selectFrom('cities')
    .select(['document as city', 'version'])
    .where('city_id', '=', cityId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function findCity(db: Kysely<Tables>, cityId: string): Promise<City | undefined> {
  const row = await db
    .selectFrom('cities')
    .select('document')
    .where('city_id', '=', cityId)
    .executeTakeFirst()
  return row?.document
}
