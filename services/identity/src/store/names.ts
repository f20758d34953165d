import type { Kysely } from '@asaichi/store/database.ts'
import { isOfCity, personsOf } from './people.ts'
import type { Tables } from './schema.ts'

/** Those of the people who belong to the city. */
export async function selectNames(db: Kysely<Tables>, cityId: string, personIds: readonly string[]) {
  return personsOf(db, cityId)
    .select([
      'p.person_id as personId',
      'p.name',
      'p.kana',
      'p.group_name as groupName',
      'p.member_number as memberNumber',
      'p.phone',
    ])
    .where('p.person_id', 'in', [...personIds])
    .where(isOfCity(cityId))
    .execute()
}
