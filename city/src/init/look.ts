import type pg from 'pg'
import { z } from 'zod'

export const EXTENSIONS = ['btree_gist', 'pg_trgm'] as const

/** What a database is before it is prepared. */
export type DatabaseState = {
  readonly user: string
  readonly database: string
  /** 180004 for 18.4. */
  readonly version: number
  readonly versionName: string
  readonly encoding: string
  /** Whether we may create schemas and trusted extensions. */
  readonly mayCreate: boolean
  readonly mayCreateRoles: boolean
  readonly extensions: ReadonlySet<string>
  /** Roles of this database's name that are there, and whether we may change them. */
  readonly roles: ReadonlyMap<string, boolean>
  readonly isDemo: boolean
  /** The database's own time, in UTC. */
  readonly now: string
}

const Row = z.object({
  user: z.string(),
  database: z.string(),
  version: z.int(),
  versionName: z.string(),
  encoding: z.string(),
  mayCreate: z.boolean(),
  mayCreateRoles: z.boolean(),
  extensions: z.array(z.string()),
  isDemo: z.boolean(),
  now: z.string(),
})
const Role = z.object({ name: z.string(), isOurs: z.boolean() })

/** Looks and changes nothing. */
export async function look(client: pg.Client): Promise<DatabaseState> {
  const { rows } = await client.query(
    `select current_user::text as user, current_database()::text as database,
       current_setting('server_version_num')::int as version, current_setting('server_version') as "versionName",
       pg_encoding_to_char(d.encoding)::text as encoding,
       has_database_privilege(d.oid, 'create') as "mayCreate",
       (r.rolcreaterole or r.rolsuper) as "mayCreateRoles",
       array(select name::text from pg_available_extensions where name = any($1)) as extensions,
       to_regclass('public.town_clock') is not null as "isDemo",
       to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now
     from pg_database d, pg_roles r where d.datname = current_database() and r.rolname = current_user`,
    [EXTENSIONS],
  )
  const row = Row.parse(rows[0])
  const roles = await client.query(
    `select r.rolname::text as name, me.rolsuper or (me.rolcreaterole and exists (
         select from pg_auth_members m where m.roleid = r.oid and m.member = me.oid and m.admin_option)) as "isOurs"
     from pg_roles r, pg_roles me where me.rolname = current_user and starts_with(r.rolname, $1)`,
    [`${row.database}_`],
  )
  return {
    ...row,
    extensions: new Set(row.extensions),
    roles: new Map(roles.rows.map(found => Role.parse(found)).map(({ name, isOurs }) => [name, isOurs])),
  }
}
