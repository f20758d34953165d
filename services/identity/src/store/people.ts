import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { findPermission, permissionOf } from './permissions.ts'
import type { Tables } from './schema.ts'

const PROFILE = [
  'p.name as name',
  'p.kana as kana',
  'p.birth_date as birthDate',
  'p.postal_code as postalCode',
  'p.address as address',
  'p.phone as phone',
  'p.mail as mail',
  'p.member_number as memberNumber',
  'p.language as language',
  'p.group_name as groupName',
  'p.withdrawn_at as withdrawnAt',
] as const

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
    .select(PROFILE)
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
  return rows.map(({ person_id, city_id, changed_at, applied_at, class_id, ...row }) => ({
    ...row,
    ...permissionOf({ person_id, city_id, changed_at, class_id, ...row }),
    appliedAt: applied_at,
  }))
}

/** Someone who is registered in the city or applied there; another city's person is nobody here. */
export async function findPersonOfCity(
  db: Kysely<Tables>,
  key: { readonly personId: string; readonly cityId: string },
) {
  const { personId, cityId } = key
  const profile = await db
    .selectFrom('persons as p')
    .leftJoin('permissions as q', join =>
      join.onRef('q.person_id', '=', 'p.person_id').on('q.city_id', '=', cityId),
    )
    .select([...PROFILE, 'q.applied_at as appliedAt'])
    .where('p.person_id', '=', personId)
    .where(isOfCity(cityId))
    .executeTakeFirst()
  if (!profile) return undefined
  const none = { ...key, status: 'none' as const, version: 0, reason: null, changedAt: null }
  return { ...profile, ...((await findPermission(db, key)) ?? none) }
}

/** M7: the applications of a city by state. */
export async function countByStatus(db: Kysely<Tables>, cityId: string) {
  return db
    .selectFrom('permissions')
    .select(eb => ['status', sql<number>`${eb.fn.countAll()}::int`.as('count')])
    .where('city_id', '=', cityId)
    .groupBy('status')
    .execute()
}

/** How a search is typed: as a name, as its kana, as a mail address, and as digits where it is nothing else. */
export type Words = {
  readonly name: string
  readonly kana: string
  readonly mail: string | undefined
  readonly digits: string | undefined
}

/** T5: the approved first, then by kana. */
export async function selectPeople(
  db: Kysely<Tables>,
  query: { readonly cityId: string; readonly words: Words; readonly limit: number },
) {
  const { name, kana, mail, digits } = query.words
  return personsOf(db, query.cityId)
    .select([
      'p.person_id as personId',
      'p.name as name',
      'p.kana as kana',
      'p.group_name as groupName',
      'p.birth_date as birthDate',
      'p.member_number as memberNumber',
      'p.phone as phone',
      sql<PermissionStatus>`coalesce(q.status, 'none')`.as('status'),
      sql<boolean>`p.mail is not null`.as('hasMail'),
    ])
    .where(eb =>
      eb.or([
        eb('p.name_key', 'like', containing(name)),
        eb('p.kana_key', 'like', containing(kana)),
        eb('p.group_key', 'like', containing(name)),
        ...(mail === undefined ? [] : [eb('p.mail_key', 'like', containing(mail))]),
        ...(digits === undefined
          ? []
          : [
              eb('p.member_number', 'like', beginning(digits)),
              eb('p.phone_key', 'like', isPartOfPhone(digits) ? containing(digits) : beginning(digits)),
            ]),
      ]),
    )
    .where(isOfCity(query.cityId))
    .orderBy(sql`q.status is distinct from 'approved'`)
    .orderBy('p.kana_key')
    .orderBy('p.person_id')
    .limit(query.limit)
    .execute()
}

/** Everybody as `p` and, as `q`, their permission of the city, where there is one. */
export function personsOf(db: Kysely<Tables>, cityId: string) {
  return db
    .selectFrom('persons as p')
    .leftJoin('permissions as q', join =>
      join.onRef('q.person_id', '=', 'p.person_id').on('q.city_id', '=', cityId),
    )
}

// Expects what `personsOf` gives.
export function isOfCity(cityId: string) {
  return sql<boolean>`(q.person_id is not null or exists (
    select 1 from memberships m where m.person_id = p.person_id and m.city_id = ${cityId}))`
}

// A caller's last four digits tell one from another; fewer are in every number.
function isPartOfPhone(digits: string): boolean {
  return digits.length >= 4
}

function containing(text: string): string {
  return `%${beginning(text)}`
}

function beginning(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`
}
