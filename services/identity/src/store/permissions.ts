import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import type { Permission } from '@asaichi/contract/identity.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
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
  change: { readonly status: PermissionStatus; readonly reason: string | null },
): Promise<Permission> {
  const row = await tx
    .updateTable('permissions')
    .set(eb => ({
      status: change.status,
      reason: change.reason,
      version: eb('version', '+', 1),
      changed_at: townTime,
      ...(change.status === 'applied' && { applied_at: townTime }),
    }))
    .where('person_id', '=', key.personId)
    .where('city_id', '=', key.cityId)
    .returningAll()
    .executeTakeFirstOrThrow()
  return permissionOf(row)
}

/** A permission as an old system had it: nobody changed it here, so it has no time of change. */
export async function importPermission(
  tx: Transaction<Tables>,
  key: Key,
  status: PermissionStatus,
): Promise<Permission> {
  const row = await tx
    .insertInto('permissions')
    .values({
      person_id: key.personId,
      city_id: key.cityId,
      status,
      version: 1,
      applied_at: status === 'applied' ? townTime : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return permissionOf(row)
}

export async function birthDateOf(tx: Transaction<Tables>, personId: string): Promise<string> {
  const row = await tx
    .selectFrom('persons')
    .select('birth_date')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.birth_date
}

/** A9, G3: the oldest account with the same kana, birth date and phone; a second account of one person is found by it. */
export async function oldestAlike(tx: Transaction<Tables>, personId: string): Promise<string> {
  const { rows } = await sql<{ oldest: string }>`
    select min(other.person_id::text) as oldest from persons self join persons other
      on other.birth_date = self.birth_date
      and regexp_replace(other.kana, '[\\s　]', '', 'g') = regexp_replace(self.kana, '[\\s　]', '', 'g')
      and regexp_replace(other.phone, '\\D', '', 'g') = regexp_replace(self.phone, '\\D', '', 'g')
    where self.person_id = ${personId}`.execute(tx)
  return rows[0]?.oldest ?? personId
}

export async function insertContact(
  tx: Transaction<Tables>,
  contact: Key & {
    readonly contactId: string
    readonly staffId: string
    readonly by: 'phone' | 'sms' | 'counter'
    readonly note: string | undefined
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
      note: contact.note ?? null,
    })
    .execute()
}

/** Oldest application first; `after` is the place behind which the page begins. */
export async function selectApplicants(
  db: Kysely<Tables>,
  query: {
    readonly cityId: string
    readonly status: PermissionStatus
    readonly after: { readonly appliedMs: number; readonly personId: string } | undefined
    readonly limit: number
  },
) {
  // Someone imported without ever applying comes first.
  const appliedAt = sql<string>`coalesce(q.applied_at, to_timestamp(0))`
  const { after } = query
  const rows = await db
    .selectFrom('permissions as q')
    .innerJoin('persons as p', 'p.person_id', 'q.person_id')
    .selectAll('q')
    .select(['p.name', 'p.kana', 'p.birth_date', 'p.address', 'p.phone', 'p.mail', 'p.member_number'])
    .where('q.city_id', '=', query.cityId)
    .where('q.status', '=', query.status)
    .$if(after !== undefined, page =>
      page.where(
        sql<boolean>`(${appliedAt}, q.person_id) > (to_timestamp(${after?.appliedMs ?? 0} / 1000.0), ${after?.personId ?? ''})`,
      ),
    )
    .orderBy(appliedAt)
    .orderBy('q.person_id')
    .limit(query.limit)
    .execute()
  return rows.map(row => ({
    ...permissionOf(row),
    name: row.name,
    kana: row.kana,
    birthDate: row.birth_date,
    address: row.address,
    phone: row.phone,
    mail: row.mail,
    memberNumber: row.member_number,
    appliedAt: row.applied_at,
  }))
}

export async function selectContacts(db: Kysely<Tables>, cityId: string, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return db
    .selectFrom('contacts')
    .select(['person_id as personId', 'by', 'note', 'at'])
    .where('city_id', '=', cityId)
    .where('person_id', 'in', personIds)
    .orderBy('at')
    .orderBy('contact_id')
    .execute()
}

function permissionOf(row: PermissionRow): Permission {
  return {
    personId: row.person_id,
    cityId: row.city_id,
    status: row.status,
    version: row.version,
    reason: row.reason,
    changedAt: row.changed_at,
  }
}
