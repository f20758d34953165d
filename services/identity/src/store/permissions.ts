import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import type { Permission } from '@asaichi/contract/identity/permission.ts'
import type { Contact } from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { PermissionChange } from '../domain/permission.ts'
import type { Tables } from './schema.ts'
import { townTime } from './town-time.ts'

type Key = { readonly personId: string; readonly cityId: string }
type PermissionRow = {
  readonly person_id: string
  readonly city_id: string
  readonly status: PermissionStatus
  readonly version: number
  readonly reason: string | null
  readonly changed_at: string | null
  readonly class_id: string | null
}

export async function findPermission(db: Kysely<Tables>, key: Key): Promise<Permission | undefined> {
  const row = await db
    .selectFrom('permissions')
    .selectAll()
    .where('person_id', '=', key.personId)
    .where('city_id', '=', key.cityId)
    .executeTakeFirst()
  return row && permissionOf(row)
}

/** A first application needs a row that two callers can queue for. */
export async function ensurePermission(tx: Transaction<Tables>, key: Key): Promise<void> {
  await tx
    .insertInto('permissions')
    .values({ person_id: key.personId, city_id: key.cityId })
    .onConflict(conflict => conflict.columns(['person_id', 'city_id']).doNothing())
    .execute()
}

export async function lockPermission(tx: Transaction<Tables>, key: Key): Promise<Permission | undefined> {
  const row = await tx
    .selectFrom('permissions')
    .selectAll()
    .where('person_id', '=', key.personId)
    .where('city_id', '=', key.cityId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && permissionOf(row)
}

/** Writes the next version. The time of an application is the first one's place in the queue of its kind. */
export async function savePermission(
  tx: Transaction<Tables>,
  key: Key,
  change: PermissionChange,
): Promise<Permission> {
  const row = await tx
    .updateTable('permissions')
    .set(eb => ({
      status: change.status,
      reason: change.reason,
      version: eb('version', '+', 1),
      changed_at: townTime,
      ...(change.status === 'applied' && { applied_at: townTime }),
      ...(change.classId !== undefined && { class_id: change.classId }),
    }))
    .where('person_id', '=', key.personId)
    .where('city_id', '=', key.cityId)
    .returningAll()
    .executeTakeFirstOrThrow()
  return permissionOf(row)
}

/** G11: the next version with another class; when it was decided, and what, stays. */
export async function saveClass(tx: Transaction<Tables>, key: Key, classId: string): Promise<Permission> {
  const row = await tx
    .updateTable('permissions')
    .set(eb => ({ class_id: classId, version: eb('version', '+', 1) }))
    .where('person_id', '=', key.personId)
    .where('city_id', '=', key.cityId)
    .returningAll()
    .executeTakeFirstOrThrow()
  return permissionOf(row)
}

/** V11: 未申請 again in every city, without a reason or a class. */
export async function closePermissions(
  tx: Transaction<Tables>,
  personId: string,
): Promise<readonly Permission[]> {
  const rows = await tx
    .updateTable('permissions')
    .set(eb => ({
      status: 'none',
      reason: null,
      class_id: null,
      version: eb('version', '+', 1),
      applied_at: null,
      changed_at: townTime,
    }))
    .where('person_id', '=', personId)
    .returningAll()
    .execute()
  return rows.map(permissionOf)
}

/** Permissions as an old system had them: nobody changed them here, so they have no time of change. */
export async function importPermissions(
  tx: Transaction<Tables>,
  cityId: string,
  states: readonly {
    readonly personId: string
    readonly status: PermissionStatus
    readonly classId?: string | undefined
  }[],
): Promise<readonly Permission[]> {
  if (states.length === 0) return []
  const rows = await tx
    .insertInto('permissions')
    .values(
      states.map(({ personId, status, classId }) => ({
        person_id: personId,
        city_id: cityId,
        status,
        version: 1,
        applied_at: status === 'applied' ? townTime : null,
        class_id: classId ?? null,
      })),
    )
    .returningAll()
    .execute()
  return rows.map(permissionOf)
}

/** M15: by person. */
export async function birthDatesOf(
  tx: Transaction<Tables>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('persons')
    .select(['person_id', 'birth_date'])
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.person_id, row.birth_date]))
}

/** M7: the call, SMS or visit that confirmed the person. */
export async function insertConfirmation(
  tx: Transaction<Tables>,
  key: Key,
  {
    staffId,
    by,
    note,
  }: { readonly staffId: string } & Pick<Parameters<typeof insertContact>[1], 'by' | 'note'>,
): Promise<void> {
  await insertContact(tx, { ...key, contactId: newId(), staffId, by, outcome: 'confirmed', note })
}

export async function insertContact(
  tx: Transaction<Tables>,
  contact: Key & {
    readonly contactId: string
    readonly staffId: string
    readonly by: Contact['by']
    readonly outcome: Contact['outcome']
    readonly note?: string | undefined
  },
): Promise<void> {
  await tx
    .insertInto('contacts')
    .values({
      contact_id: contact.contactId,
      person_id: contact.personId,
      city_id: contact.cityId,
      staff_id: contact.staffId,
      by: contact.by,
      outcome: contact.outcome,
      note: contact.note ?? null,
    })
    .execute()
}

/** M7: whether some city looks at who this person is, or has confirmed it. A returned one cannot be applied for again meanwhile. */
export async function isUnderReview(tx: Transaction<Tables>, personId: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('permissions')
    .select('status')
    .where('person_id', '=', personId)
    .forNoKeyUpdate()
    .execute()
  return rows.some(({ status }) => status !== 'none' && status !== 'returned')
}

/** M7: whether the log says that the person was reached and is who they say. */
export async function isConfirmed(tx: Transaction<Tables>, key: Key): Promise<boolean> {
  const row = await tx
    .selectFrom('contacts')
    .select('contact_id')
    .where('person_id', '=', key.personId)
    .where('city_id', '=', key.cityId)
    .where('outcome', '=', 'confirmed')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function selectContacts(db: Kysely<Tables>, cityId: string, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return db
    .selectFrom('contacts')
    .select(['person_id as personId', 'by', 'outcome', 'note', 'at'])
    .where('city_id', '=', cityId)
    .where('person_id', 'in', personIds)
    .orderBy('at')
    .orderBy('contact_id')
    .execute()
}

export function permissionOf(row: PermissionRow): Permission {
  return {
    personId: row.person_id,
    cityId: row.city_id,
    status: row.status,
    version: row.version,
    reason: row.reason,
    changedAt: row.changed_at,
    ...(row.class_id !== null && { classId: row.class_id }),
  }
}
