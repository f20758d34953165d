import { TeamAct, TeamRole } from '@asaichi/contract/identity/team.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { type NotNull, sql } from 'kysely'
import { keeperOf } from '../domain/team.ts'
import type { Tables } from './schema.ts'

export type TeamKey = { readonly cityId: string; readonly personId: string }
export type TeamMember = {
  readonly personId: string
  readonly name: string
  readonly mail: string
  readonly role: TeamRole
}
type ListedMember = TeamMember & { readonly hasApp: boolean }

/** Admins first, then by name. Whoever is on a team was invited by mail, so each has one. */
export async function selectTeam(db: Kysely<Tables>, cityId: string): Promise<readonly ListedMember[]> {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.person_id', 'm.person_id')
    .leftJoin('second_factors as f', 'f.person_id', 'm.person_id')
    .select(['p.person_id as personId', 'p.name', 'p.mail', 'm.role'])
    .select(sql<boolean>`f.enrolled_at is not null`.as('hasApp'))
    .where('m.city_id', '=', cityId)
    .where('m.role', '!=', 'resident')
    .$narrowType<{ mail: NotNull }>()
    .orderBy('m.role')
    .orderBy('p.kana_key')
    .orderBy('p.person_id')
    .execute()
  return rows.map(row => ({ ...row, role: TeamRole.parse(row.role) }))
}

/** Holds the last of a team in their place: whoever changes roles waits here, and then sees what was decided. */
export async function isLastKeeper(tx: Transaction<Tables>, { cityId, personId }: TeamKey): Promise<boolean> {
  const keepers = await tx
    .selectFrom('memberships')
    .select('person_id')
    .where('city_id', '=', cityId)
    .where('role', '=', keeperOf(cityId))
    .orderBy('person_id')
    .forNoKeyUpdate()
    .execute()
  return keepers.length === 1 && keepers[0]?.person_id === personId
}

export async function findMember(tx: Transaction<Tables>, key: TeamKey): Promise<TeamMember | undefined> {
  const row = await tx
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.person_id', 'm.person_id')
    .select(['p.person_id as personId', 'p.name', 'p.mail', 'm.role'])
    .where('m.city_id', '=', key.cityId)
    .where('m.person_id', '=', key.personId)
    .$narrowType<{ mail: NotNull }>()
    .forNoKeyUpdate('m')
    .executeTakeFirst()
  return row && row.role !== 'resident' ? { ...row, role: row.role } : undefined
}

/** Whether the address is that of somebody on the team. */
export async function isOnTeam(
  db: Kysely<Tables>,
  { cityId, mail }: { readonly cityId: string; readonly mail: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.person_id', 'm.person_id')
    .select('p.person_id')
    .where('m.city_id', '=', cityId)
    .where('m.role', '!=', 'resident')
    .where('p.mail_key', '=', sql<string>`plain_mail(${mail})`)
    .executeTakeFirst()
  return row !== undefined
}

/** A resident's sessions in the city end by it, for a session holds in the role it was opened in. */
export async function giveRole(
  tx: Transaction<Tables>,
  { cityId, personId, role }: TeamKey & { readonly role: TeamRole | 'resident' },
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values({ person_id: personId, city_id: cityId, role, terms_version: null, terms_accepted_at: null })
    .onConflict(conflict => conflict.columns(['person_id', 'city_id']).doUpdateSet({ role }))
    .execute()
}

/** V4: newest first; names are those of today, and an invitation's address is told as long as it is kept. */
export async function selectTeamActs(
  db: Kysely<Tables>,
  query: { readonly cityId: string; readonly after: string | undefined; readonly limit: number },
) {
  return db
    .selectFrom('audit as a')
    .leftJoin('persons as by', 'by.person_id', 'a.actor_id')
    .leftJoin('persons as p', 'p.person_id', 'a.subject_id')
    .leftJoin('invitations as i', 'i.invitation_id', 'a.subject_id')
    .select(['a.seq', 'a.at', 'a.act', 'a.role', 'by.name as by'])
    .select(eb => eb.fn.coalesce('p.name', 'i.mail').as('about'))
    .where('a.city_id', '=', query.cityId)
    .where('a.act', 'in', [...TeamAct.options])
    .$if(query.after !== undefined, page => page.where('a.seq', '<', Number(query.after)))
    .orderBy('a.seq', 'desc')
    .limit(query.limit)
    .execute()
}
