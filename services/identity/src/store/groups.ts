import type { Group } from '@asaichi/contract/identity/account.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { type Member, wholeRoster } from '../domain/roster.ts'
import type { Tables } from './schema.ts'

/** G1: the roster of a new group, its representative first. */
export async function insertRoster(
  tx: Transaction<Tables>,
  personId: string,
  { representative, group }: { readonly representative: Member; readonly group: Group },
): Promise<void> {
  const roster = wholeRoster(representative, group.members)
  await tx
    .insertInto('group_members')
    .values(
      roster.map(({ name, birthDate }, position) => ({
        person_id: personId,
        position,
        name,
        birth_date: birthDate,
      })),
    )
    .execute()
}

export async function selectMembers(db: Kysely<Tables>, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return db
    .selectFrom('group_members')
    .select(['person_id as personId', 'name', 'birth_date as birthDate'])
    .where('person_id', 'in', personIds)
    .orderBy('person_id')
    .orderBy('position')
    .execute()
}

export type SharedRoster = {
  readonly personId: string
  readonly otherId: string
  readonly memberNumber: string
  readonly name: string
  readonly shared: number
  /** Members of the smaller of the two groups. */
  readonly smaller: number
}

/** G1: the other groups of the city that have members in common with these, the most first. */
export async function selectSharedRosters(
  db: Kysely<Tables>,
  cityId: string,
  personIds: readonly string[],
): Promise<readonly SharedRoster[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<SharedRoster>`
    with sizes as (select person_id, count(*)::int as size from group_members group by person_id),
    shared as (
      select own.person_id, other.person_id as other_id, count(*)::int as shared
      from group_members own join group_members other
        on other.birth_date = own.birth_date and other.name_key = own.name_key and other.person_id <> own.person_id
      where own.person_id = any(${personIds}::uuid[])
      group by own.person_id, other.person_id)
    select s.person_id as "personId", s.other_id as "otherId", p.member_number as "memberNumber",
      p.group_name as name, s.shared, least(mine.size, theirs.size) as smaller
    from shared s
      join persons p on p.person_id = s.other_id
      join sizes mine on mine.person_id = s.person_id
      join sizes theirs on theirs.person_id = s.other_id
    where exists (select 1 from memberships m where m.person_id = s.other_id and m.city_id = ${cityId})
      or exists (select 1 from permissions q where q.person_id = s.other_id and q.city_id = ${cityId})
    order by s.shared desc, s.other_id`.execute(db)
  return rows
}
