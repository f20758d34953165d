import type { Session } from '@asaichi/contract/identity/login.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import {
  FRESH_SECONDS,
  SESSION_IDLE_SECONDS,
  SESSION_SECONDS,
  SESSION_TOUCH_SECONDS,
  STAFF_IDLE_SECONDS,
  STAYING_IDLE_SECONDS,
} from '../domain/limits.ts'
import type { Tables } from './schema.ts'
import { townTime, townTimePlus } from './town-time.ts'

/** Starts a session with the role the person has in that city at this moment. Its idle time is the short one until it is touched. */
export async function insertSession(
  tx: Transaction<Tables>,
  session: {
    readonly sessionId: string
    readonly tokenHash: Buffer
    readonly personId: string
    readonly cityId: string
    readonly helpId: string | null
    readonly stays: boolean
    /** V9: when the second factor was given, as the session before says; left out: now. */
    readonly factorAt?: string | null
  },
): Promise<void> {
  await tx
    .insertInto('sessions')
    .values(eb => ({
      session_id: session.sessionId,
      token_hash: session.tokenHash,
      person_id: session.personId,
      city_id: session.cityId,
      role: eb.fn.coalesce(
        eb
          .selectFrom('memberships')
          .select('role')
          .where('person_id', '=', session.personId)
          .where('city_id', '=', session.cityId),
        sql.lit('resident' as const),
      ),
      created_at: townTime,
      idle_until: townTimePlus(SESSION_IDLE_SECONDS),
      ends_at: townTimePlus(SESSION_SECONDS),
      help_id: session.helpId,
      stays: session.stays,
      factor_at: session.factorAt === undefined ? townTime : session.factorAt,
    }))
    .execute()
}

/** A session with what only this service needs of it. */
export type LiveSession = Omit<Session, 'classId'> & {
  readonly classId: string | null
  /** Its idle time is to be written again. */
  readonly isStale: boolean
  /** M6: whether the person asked to stay logged in. */
  readonly stays: boolean
  /** S9: the help whose temporary password opened it. */
  readonly helpId: string | null
  /** V9 */
  readonly factorAt: string | null
}

/** A22: a session whose person no longer has its role in that city is none. */
export async function findLiveSession(
  db: Kysely<Tables>,
  tokenHash: Buffer,
): Promise<LiveSession | undefined> {
  return db
    .selectFrom('sessions as s')
    .innerJoin('persons as p', 'p.person_id', 's.person_id')
    .leftJoin('memberships as m', join =>
      join.onRef('m.person_id', '=', 's.person_id').onRef('m.city_id', '=', 's.city_id'),
    )
    .leftJoin('cities as c', join =>
      join.onRef('c.city_id', '=', 's.city_id').on('s.role', 'in', ['staff', 'admin']),
    )
    .leftJoin('second_factors as f', join =>
      join.onRef('f.person_id', '=', 's.person_id').on('c.staff_app_required', '=', true),
    )
    .leftJoin('permissions as q', join =>
      join.onRef('q.person_id', '=', 's.person_id').onRef('q.city_id', '=', 's.city_id'),
    )
    .select([
      's.session_id as sessionId',
      's.person_id as personId',
      'q.class_id as classId',
      's.role as role',
      's.city_id as cityId',
      sql<string>`coalesce(p.group_name, p.name)`.as('name'),
      'p.member_number as memberNumber',
      'p.language as language',
      's.help_id as helpId',
      's.stays as stays',
      sql<boolean>`p.must_change or s.help_id is not null`.as('mustChangePassword'),
      sql<boolean>`coalesce(c.staff_app_required, false) and f.enrolled_at is null`.as('mustEnrol'),
      sql<boolean>`coalesce(s.factor_at > town_now() - ${FRESH_SECONDS} * interval '1 second', false)`.as(
        'isFresh',
      ),
      's.factor_at as factorAt',
      sql<string>`least(s.idle_until, s.ends_at)`.as('expiresAt'),
      sql<boolean>`s.idle_until < ${idleEnd('s')} - ${SESSION_TOUCH_SECONDS} * interval '1 second'`.as(
        'isStale',
      ),
    ])
    .where('s.token_hash', '=', tokenHash)
    .where('s.ended_at', 'is', null)
    .where('s.idle_until', '>', townTime)
    .where('s.ends_at', '>', townTime)
    .whereRef('s.role', '=', sql`coalesce(m.role, 'resident')`)
    .executeTakeFirst()
}

export function sessionOf({
  isStale: _stale,
  helpId: _help,
  stays: _stays,
  factorAt: _factorAt,
  classId,
  ...session
}: LiveSession): Session {
  return { ...session, ...(classId !== null && { classId }) }
}

// M6, D23: who works for the city is logged out soon, whatever was asked.
function idleEnd(table: 's' | 'sessions') {
  const [stays, role] = [sql.ref(`${table}.stays`), sql.ref(`${table}.role`)]
  return sql<string>`town_now() + interval '1 second'
    * case when ${role} <> 'resident' then ${STAFF_IDLE_SECONDS}::int
        when ${stays} then ${STAYING_IDLE_SECONDS}::int else ${SESSION_IDLE_SECONDS}::int end`
}

/** Moves the idle time on; a session that ended meanwhile stays ended. */
export async function touchSession(db: Kysely<Tables>, sessionId: string): Promise<string | undefined> {
  const row = await db
    .updateTable('sessions')
    .set({ idle_until: idleEnd('sessions') })
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .where('idle_until', '>', townTime)
    .returning(sql<string>`least(idle_until, ends_at)`.as('expiresAt'))
    .executeTakeFirst()
  return row?.expiresAt
}

/** V9: whether there is such a session, which then has given its second factor just now. */
export async function freshenSession(
  tx: Transaction<Tables>,
  { personId, sessionId }: { readonly personId: string; readonly sessionId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set({ factor_at: townTime })
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends a session once; answers it where it had not ended before. */
export async function endSession(
  tx: Transaction<Tables>,
  tokenHash: Buffer,
): Promise<{ readonly sessionId: string; readonly personId: string } | undefined> {
  return tx
    .updateTable('sessions')
    .set({ ended_at: townTime })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .returning(['session_id as sessionId', 'person_id as personId'])
    .executeTakeFirst()
}

/** Ends every session of a person that has not ended; answers their ids. */
export async function endSessionsOf(tx: Transaction<Tables>, personId: string): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('sessions')
    .set({ ended_at: townTime })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .returning('session_id')
    .execute()
  return rows.map(row => row.session_id)
}

const MOST_SHOWN = 50

/** Of a person everywhere, as long as it can be used; the newest first. */
export async function selectOwnSessions(db: Kysely<Tables>, personId: string) {
  return db
    .selectFrom('sessions')
    .select([
      'session_id as sessionId',
      'city_id as cityId',
      'created_at as since',
      sql<string>`least(idle_until, ends_at)`.as('until'),
    ])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('idle_until', '>', townTime)
    .where('ends_at', '>', townTime)
    .orderBy('created_at', 'desc')
    .orderBy('session_id', 'desc')
    .limit(MOST_SHOWN)
    .execute()
}

/** Answers whether the person had such a session. */
export async function endSessionOf(
  tx: Transaction<Tables>,
  { personId, sessionId }: { readonly personId: string; readonly sessionId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set({ ended_at: townTime })
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
