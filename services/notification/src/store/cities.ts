import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { SigningCity } from '../domain/letter.ts'
import type { Tables } from './schema.ts'

/** Keeps the newest version of a city's name and signature. */
export async function keepSignature(
  tx: Transaction<Tables>,
  { city, version }: { readonly city: City; readonly version: number },
): Promise<void> {
  const row = { version, name: city.name, office: JSON.stringify(city.office) }
  await tx
    .insertInto('cities')
    .values({ city_id: city.cityId, ...row })
    .onConflict(conflict => conflict.column('city_id').doUpdateSet(row).where('cities.version', '<', version))
    .execute()
}

export async function findSignature(db: Kysely<Tables>, cityId: string): Promise<SigningCity | undefined> {
  const row = await db
    .selectFrom('cities')
    .select(['name', 'office'])
    .where('city_id', '=', cityId)
    .executeTakeFirst()
  return row && { cityId, name: row.name, office: row.office }
}
