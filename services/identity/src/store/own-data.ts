import type { Kysely } from '@asaichi/store/database.ts'
import type { Tables } from './schema.ts'

/** V10: since when a person is registered, and in which cities with which terms. */
export async function findRegistration(db: Kysely<Tables>, personId: string) {
  const { registeredAt } = await db
    .selectFrom('persons')
    .select('created_at as registeredAt')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  const cities = await db
    .selectFrom('memberships')
    .select([
      'city_id as cityId',
      'role',
      'terms_version as termsVersion',
      'terms_accepted_at as termsAcceptedAt',
    ])
    .where('person_id', '=', personId)
    .orderBy('city_id')
    .execute()
  const permissions = await db
    .selectFrom('permissions')
    .select(['city_id as cityId', 'status', 'reason', 'changed_at as changedAt', 'class_id as classId'])
    .where('person_id', '=', personId)
    .orderBy('city_id')
    .execute()
  const contacts = await db
    .selectFrom('contacts')
    .select(['by', 'outcome', 'note', 'at'])
    .where('person_id', '=', personId)
    .orderBy('at')
    .orderBy('contact_id')
    .execute()
  return {
    registeredAt,
    cities,
    permissions: permissions.map(({ classId, ...permission }) => ({
      ...permission,
      ...(classId !== null && { classId }),
    })),
    contacts,
  }
}
