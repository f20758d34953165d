import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { isOfCity, personsOf } from './people.ts'
import type { Tables } from './schema.ts'

/**
 * A9, G3: by person, the oldest account with the same kana, birth date and phone; a second account of one person is found by it.
 */
export async function oldestAlike(
  tx: Transaction<Tables>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ personId: string; oldest: string }>`
    select self.person_id as "personId", min(other.person_id::text) as oldest from persons self join persons other
      on other.birth_date = self.birth_date and other.kana_key = self.kana_key and other.phone_key = self.phone_key
    where self.person_id = any(${[...personIds]}::uuid[]) and self.withdrawn_at is null and other.withdrawn_at is null
    group by self.person_id`.execute(tx)
  return new Map(rows.map(({ personId, oldest }) => [personId, oldest]))
}

export type AlikeAccount = {
  readonly selfId: string
  readonly personId: string
  readonly memberNumber: string
  readonly name: string
  readonly status: PermissionStatus
  readonly isSamePerson: boolean
  readonly isSamePhone: boolean
}

/** G3: the other accounts of the city with the same name or kana and birth date, or the same phone; oldest first. */
export async function selectAlike(
  db: Kysely<Tables>,
  cityId: string,
  personIds: readonly string[],
): Promise<readonly AlikeAccount[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<AlikeAccount>`
    select self.person_id as "selfId", other.person_id as "personId", other.member_number as "memberNumber",
      coalesce(other.group_name, other.name) as name, coalesce(q.status, 'none') as status,
      other.birth_date = self.birth_date and (other.name_key = self.name_key or other.kana_key = self.kana_key) as "isSamePerson",
      other.phone_key = self.phone_key as "isSamePhone"
    from persons self
      join persons other on other.person_id <> self.person_id and (other.phone_key = self.phone_key
        or other.birth_date = self.birth_date and (other.name_key = self.name_key or other.kana_key = self.kana_key))
      left join permissions q on q.person_id = other.person_id and q.city_id = ${cityId}
    where self.person_id = any(${personIds}::uuid[]) and self.withdrawn_at is null and other.withdrawn_at is null
      and (q.person_id is not null
        or exists (select 1 from memberships m where m.person_id = other.person_id and m.city_id = ${cityId}))
    order by self.person_id, other.person_id`.execute(db)
  return rows
}

const MOST_SAME = 10

/** G3, A76: accounts of the city, and the asking clerk's own wherever it is, that are this person's by name or kana and birth date; oldest first. */
export async function selectSamePerson(
  db: Kysely<Tables>,
  asked: {
    readonly cityId: string
    readonly actorId: string
    readonly person: { readonly name: string; readonly kana: string; readonly birthDate: string }
  },
): Promise<readonly { readonly personId: string; readonly memberNumber: string; readonly name: string }[]> {
  const { cityId, actorId, person } = asked
  return personsOf(db, cityId)
    .select([
      'p.person_id as personId',
      'p.member_number as memberNumber',
      sql<string>`coalesce(p.group_name, p.name)`.as('name'),
    ])
    .where('p.birth_date', '=', person.birthDate)
    .where(sql<boolean>`(p.name_key = plain_name(${person.name}) or p.kana_key = plain_name(${person.kana}))`)
    .where(eb => eb.or([isOfCity(cityId), eb('p.person_id', '=', actorId)]))
    .orderBy('p.person_id')
    .limit(MOST_SAME)
    .execute()
}

/** A76: of these accounts the person's own, those that look like the same person's, and the groups whose roster they stand on. */
export async function selectOwnAccounts(
  db: Kysely<Tables>,
  personId: string,
  personIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select p.person_id as "personId" from persons self join persons p on p.person_id = any(${[...personIds]}::uuid[])
    where self.person_id = ${personId} and (p.person_id = self.person_id
      or p.birth_date = self.birth_date and (p.name_key = self.name_key or p.kana_key = self.kana_key)
      or exists (select 1 from group_members m where m.person_id = p.person_id and m.birth_date = self.birth_date and m.name_key = self.name_key))`.execute(
    db,
  )
  return rows.map(row => row.personId)
}
