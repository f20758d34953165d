import type { City } from '@asaichi/contract/catalog/city.ts'
import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { nameTranslations } from '@asaichi/contract/translations.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { keepNewest } from '@asaichi/store/keep-newest.ts'
import type { SigningCity } from '../domain/letter.ts'
import type { Tables } from './schema.ts'

/** A city's name and how its mails are signed; answers whether this version was new. */
export function keepSignature(
  tx: Transaction<Tables>,
  { city, version }: { readonly city: City; readonly version: number },
): Promise<boolean> {
  const row = {
    city_id: city.cityId,
    version,
    name: city.name,
    office: JSON.stringify(city.office),
    translations: JSON.stringify(nameTranslations.parse(city.translations) ?? null),
  }
  return keepNewest<Tables['cities']>(tx, 'cities', { key: ['city_id'], row })
}

export async function findSignature(db: Kysely<Tables>, cityId: string): Promise<SigningCity | undefined> {
  if (cityId === INSTALLATION) return { cityId, name: '朝一', office: null }
  const row = await db
    .selectFrom('cities')
    .select(['name', 'office', 'translations'])
    .where('city_id', '=', cityId)
    .executeTakeFirst()
  return (
    row && {
      cityId,
      name: row.name,
      office: row.office,
      ...(row.translations && { translations: row.translations }),
    }
  )
}
