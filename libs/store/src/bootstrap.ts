import pg from 'pg'
import { appRole, ownerRole } from './roles.ts'

/** Where a movable clock begins: running on from `now`, or standing there. */
export type ClockStart = { readonly now: string; readonly hold?: boolean }

/**
 * Prepares an empty database for the services: extensions, a schema for each with a role that owns it and one that works in it, and
 * the function that tells the time. Runs as the owner of the database, again and again without harm. Answers each one's own URL.
 */
export async function bootstrap<User extends string>(options: {
  readonly url: string
  /** Of each service; and of `clock`, who alone may move a movable one. */
  readonly passwords: Readonly<Record<User, string>>
  readonly movableClock: boolean
  /** Of a database that is new; without it a movable clock begins at the real time. */
  readonly clockStart?: ClockStart | undefined
}): Promise<Readonly<Record<User, string>>> {
  // Nobody waits at a desk for it, and a machine that starts everything at once is slow.
  const client = new pg.Client({ connectionString: options.url, connectionTimeoutMillis: 30_000 })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('bootstrap'))`)
    await selfCheck(client)
    for (const extension of ['btree_gist', 'pg_trgm'])
      await client.query(`create extension if not exists ${extension} with schema public`)
    if (options.movableClock) await prepareClock(client, options.clockStart)
    else await client.query(REAL_CLOCK)
    const database = await nameOf(client)
    const urls: Record<string, string> = {}
    for (const [user, password] of Object.entries<string>(options.passwords)) {
      const role = appRole(database, user)
      await prepareRole(client, role, password)
      if (user !== 'clock')
        await prepareSchema(client, { schema: user, role, owner: ownerRole(database, user) })
      else if (options.movableClock)
        await client.query(`grant select, update on public.town_clock to ${pg.escapeIdentifier(role)}`)
      urls[user] = urlOf(options.url, role, password)
    }
    // Safe: a URL was written for every user there is a password of.
    return urls as Record<User, string>
  } finally {
    await client.end()
  }
}

async function nameOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ database: string }>('select current_database() as database')
  return rows[0]?.database ?? ''
}

async function prepareClock(client: pg.Client, start: ClockStart | undefined): Promise<void> {
  await client.query(MOVABLE_CLOCK)
  await client.query(
    `insert into public.town_clock (offset_ms, held_at)
      values (coalesce((extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)::bigint, 0), case when $2 then $1::timestamptz end)
      on conflict do nothing`,
    [start?.now ?? null, start?.hold ?? false],
  )
}

async function prepareRole(client: pg.Client, role: string, password?: string): Promise<void> {
  const name = pg.escapeIdentifier(role)
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (found.rowCount === 0)
    await client.query(`create role ${name} ${password === undefined ? 'nologin' : 'login'}`)
  if (password !== undefined) await client.query(`alter role ${name} password ${pg.escapeLiteral(password)}`)
}

type Schema = { readonly schema: string; readonly role: string; readonly owner: string }

/** The service works in tables that are another's: it can neither change their shape nor what guards them (P4). */
async function prepareSchema(client: pg.Client, { schema, role, owner }: Schema): Promise<void> {
  await prepareRole(client, owner)
  const names = {
    schema: pg.escapeIdentifier(schema),
    role: pg.escapeIdentifier(role),
    owner: pg.escapeIdentifier(owner),
  }
  // Who is not a superuser may give something away only to a role of their own.
  await client.query(`grant ${names.owner} to current_user`)
  await client.query(`create schema if not exists ${names.schema}`)
  await client.query(`alter schema ${names.schema} owner to ${names.owner}`)
  await client.query(`revoke create on schema ${names.schema} from ${names.role}`)
  await client.query(`grant usage on schema ${names.schema} to ${names.role}`)
  await client.query(
    `alter default privileges for role ${names.owner} in schema ${names.schema} grant select, insert, update, delete on tables to ${names.role}`,
  )
  // Of a release whose services owned their tables.
  const { rowCount } = await client.query('select from pg_class where relowner = $1::text::regrole limit 1', [
    names.role,
  ])
  if (rowCount === 0) return
  await client.query(`grant ${names.role} to current_user`)
  await client.query(`reassign owned by ${names.role} to ${names.owner}`)
}

function urlOf(admin: string, role: string, password: string): string {
  const url = new URL(admin)
  url.username = role
  url.password = password
  return url.href
}

// D2: an acknowledged booking must survive a power cut, so a server that would forget it is refused unless it says it is a test's.
async function selfCheck(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ fsync: string; commit: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  )
  const [row] = rows
  if (process.env['ALLOW_VOLATILE_DATABASE'] === '1') return
  if (row?.fsync === 'off' || row?.commit === 'off')
    throw new Error(
      'PostgreSQL runs with fsync or synchronous_commit off; acknowledged bookings could be lost',
    )
}

const REAL_CLOCK = `
  create or replace function public.town_now() returns timestamptz language sql volatile parallel restricted as 'select clock_timestamp()'`

// `held_at` stops the town's clock, so that a demo or a test can look at both sides of an instant.
const MOVABLE_CLOCK = `
  create table if not exists public.town_clock (one boolean primary key default true check (one), offset_ms bigint not null default 0, held_at timestamptz);
  grant select on public.town_clock to public;
  create or replace function public.town_now() returns timestamptz language sql volatile parallel restricted as
    'select coalesce(held_at, clock_timestamp() + offset_ms * interval ''1 millisecond'') from public.town_clock'`
