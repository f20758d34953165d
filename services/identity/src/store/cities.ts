import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { LoginKinds, Tables } from './schema.ts'

export type CitySettings = {
  readonly cityId: string
  readonly loginKinds: LoginKinds
  readonly termsVersion: string
}

/** Keeps the newest version of a city; answers whether this one was new. */
export async function keepCitySettings(
  tx: Transaction<Tables>,
  city: CitySettings & { readonly version: number },
): Promise<boolean> {
  const settings = {
    version: city.version,
    login_kinds: JSON.stringify(city.loginKinds),
    terms_version: city.termsVersion,
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('cities')
    .values({ city_id: city.cityId, ...settings })
    .onConflict(conflict =>
      conflict.column('city_id').doUpdateSet(settings).where('cities.version', '<', city.version),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findCity(db: Kysely<Tables>, cityId: string): Promise<CitySettings | undefined> {
  const row = await db.selectFrom('cities').selectAll().where('city_id', '=', cityId).executeTakeFirst()
  return row && { cityId: row.city_id, loginKinds: row.login_kinds, termsVersion: row.terms_version }
}
