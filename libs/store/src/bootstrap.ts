import pg from 'pg'

/** Where a movable clock begins: running on from `now`, or standing there. */
export type ClockStart = { readonly now: string; readonly hold?: boolean }

/**
 * Prepares an empty database for the services: extensions, one schema and one role each, and the function that tells the time.
 * Runs as the owner of the database, again and again without harm. Answers each one's own URL.
 */
export async function bootstrap<User extends string>(options: {
  readonly url: string
  /** Of each service; and of `clock`, who alone may move a movable one. */
  readonly passwords: Readonly<Record<User, string>>
  readonly movableClock: boolean
  /** Of a database that is new; without it a movable clock begins at the real time. */
  readonly clockStart?: ClockStart | undefined
}): Promise<Readonly<Record<User, string>>> {
  const client = new pg.Client({ connectionString: options.url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('bootstrap'))`)
    await selfCheck(client)
    for (const extension of ['btree_gist', 'pgcrypto', 'pg_trgm'])
      await client.query(`create extension if not exists ${extension} with schema public`)
    if (options.movableClock) await prepareClock(client, options.clockStart)
    else await client.query(REAL_CLOCK)
    const database = await nameOf(client)
    const urls: Record<string, string> = {}
    for (const [user, password] of Object.entries<string>(options.passwords)) {
      // Roles belong to the whole server and schemas to one database, so the database's name is part of the role's.
      const role = pg.escapeIdentifier(`${database}_${user}`)
      await prepareRole(client, `${database}_${user}`, password)
      if (user !== 'clock') await prepareSchema(client, pg.escapeIdentifier(user), role)
      else if (options.movableClock)
        await client.query(`grant select, update on public.town_clock to ${role}`)
      urls[user] = urlOf(options.url, `${database}_${user}`, password)
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

async function prepareRole(client: pg.Client, role: string, password: string): Promise<void> {
  const name = pg.escapeIdentifier(role)
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (found.rowCount === 0) await client.query(`create role ${name} login`)
  await client.query(`alter role ${name} password ${pg.escapeLiteral(password)}`)
}

async function prepareSchema(client: pg.Client, schema: string, role: string): Promise<void> {
  await client.query(`create schema if not exists ${schema}`)
  await client.query(`grant usage, create on schema ${schema} to ${role}`)
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
