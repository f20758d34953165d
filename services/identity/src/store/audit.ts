import type { Actor } from '@asaichi/contract/actor.ts'
import type { ActName } from '@asaichi/contract/identity/acts.ts'
import type { TeamRole } from '@asaichi/contract/identity/team.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** V4: an act on a person's account, written in the transaction that does it. */
export async function recordAct(
  tx: Transaction<Tables>,
  actor: Actor,
  act: { readonly act: ActName; readonly subjectId: string; readonly role?: TeamRole },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      actor_id: actor.personId,
      actor_role: actor.role,
      city_id: actor.cityId,
      act: act.act,
      subject_id: act.subjectId,
      role: act.role ?? null,
    })
    .execute()
}

export async function hasLoggedIn(tx: Transaction<Tables>, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('audit')
    .select('act')
    .where('subject_id', '=', personId)
    .where('act', '=', 'log-in')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** V4: an act of somebody who did not get in, or who is at the machine. */
export async function recordStranger(
  db: Kysely<Tables>,
  act: {
    readonly act: ActName
    readonly subjectId: string
    readonly cityId: string
    readonly role?: TeamRole
  },
): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      actor_id: null,
      actor_role: null,
      city_id: act.cityId,
      act: act.act,
      subject_id: act.subjectId,
      role: act.role ?? null,
    })
    .execute()
}

type ToldAct = {
  readonly factId: string
  readonly at: string
  readonly act: ActName
  readonly staffId: string
  readonly cityId: string
  readonly subjectId: string
  readonly aboutId: string | null
}

/** V4: an act of staff that another service told of, once however often it is told. */
export async function recordTold(tx: Transaction<Tables>, told: ToldAct): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      at: told.at,
      actor_id: told.staffId,
      actor_role: 'staff',
      city_id: told.cityId,
      act: told.act,
      subject_id: told.subjectId,
      about_id: told.aboutId,
      fact_id: told.factId,
    })
    .onConflict(conflict => conflict.column('fact_id').doNothing())
    .execute()
}

/** V4: that staff looked at a person, once an hour for each who looks. */
export async function recordView(tx: Transaction<Tables>, actor: Actor, subjectId: string): Promise<void> {
  await sql`
    insert into audit (actor_id, actor_role, city_id, act, subject_id)
    select ${actor.personId}, ${actor.role}, ${actor.cityId}, 'view-person', ${subjectId}
    where not exists (select 1 from audit where subject_id = ${subjectId} and act = 'view-person'
      and actor_id = ${actor.personId} and at > town_now() - interval '1 hour')`.execute(tx)
}

/** Newest first; `after` is the number of the last one seen. */
export async function selectActs(
  db: Kysely<Tables>,
  query: { readonly subjectId: string; readonly after: string | undefined; readonly limit: number },
) {
  return db
    .selectFrom('audit')
    .select(['seq', 'at', 'act', 'actor_id as actorId', 'city_id as cityId', 'about_id as aboutId'])
    .where('subject_id', '=', query.subjectId)
    .$if(query.after !== undefined, page => page.where('seq', '<', Number(query.after)))
    .orderBy('seq', 'desc')
    .limit(query.limit)
    .execute()
}

type Wanted = {
  readonly cityId: string
  readonly by?: string | undefined
  readonly about?: string | undefined
  readonly act?: ActName | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** V4: newest first; names are those of today. */
export async function findActs(db: Kysely<Tables>, wanted: Wanted) {
  const { by, about, act, from, until, after } = wanted
  return await db
    .selectFrom('audit as a')
    .leftJoin('persons as actor', 'actor.person_id', 'a.actor_id')
    .leftJoin('persons as subject', 'subject.person_id', 'a.subject_id')
    .select([
      'a.seq',
      'a.at',
      'a.act',
      'a.role',
      'a.actor_id as actorId',
      'actor.name as actorName',
      'a.subject_id as subjectId',
      'subject.name as subjectName',
      'a.about_id as aboutId',
    ])
    .where(where =>
      where.and([
        where('a.city_id', '=', wanted.cityId),
        ...(by === undefined ? [] : [where('a.actor_id', '=', by)]),
        ...(about === undefined ? [] : [where('a.subject_id', '=', about)]),
        ...(act === undefined ? [] : [where('a.act', '=', act)]),
        ...(from === undefined ? [] : [where('a.at', '>=', from)]),
        ...(until === undefined ? [] : [where('a.at', '<', until)]),
        ...(after === undefined ? [] : [where('a.seq', '<', Number(after))]),
      ]),
    )
    .orderBy('a.seq', 'desc')
    .limit(wanted.limit)
    .execute()
}

/** How often an act was recorded of late. */
export async function countRecent(
  tx: Transaction<Tables>,
  act: { readonly act: ActName; readonly subjectId: string; readonly seconds: number },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from audit where subject_id = ${act.subjectId} and act = ${act.act}
      and at > town_now() - make_interval(secs => ${act.seconds})`.execute(tx)
  return rows[0]?.count ?? 0
}
