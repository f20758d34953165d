import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Database, openDatabase } from './database.ts'
import { guardHistories } from './histories.ts'

export type MigrationFolder = { readonly name: string; readonly folder: URL }

type MigrationFile = { readonly name: string; readonly text: string; readonly hash: string }

const OTHERS_TAKE_MS = 60_000
/** A new index on a full table takes its time; what it must not do is make others wait, and that is the lock's limit. */
const STATEMENT_MS = 15 * 60_000
const LOCK_NOT_AVAILABLE = '55P03'
const LOCK_TRIES = 20
const LOCK_PAUSE_MS = 500
const ASK_AGAIN_MS = 50

/**
 * Applies the `NNNN-name.sql` files of the folders in order, each once; a file changed after it was applied is refused. `url` is of
 * somebody who may act as the schema's owner, which a service's own role may not.
 */
export async function migrate(
  url: string,
  schema: string,
  folders: readonly MigrationFolder[],
): Promise<readonly string[]> {
  const files = (await Promise.all(folders.map(readFolder))).flat()
  await using database = openDatabase<unknown>(url, { schema, max: 1, statementMs: STATEMENT_MS })
  return await database.db.connection().execute(async connection => {
    const lock = sql`hashtext(${`migrate ${schema}`})`
    await takeLock(connection, lock)
    try {
      await actAsOwner(connection)
      const applied = await applyMissing(connection, files)
      await guardHistories(connection, schema)
      return applied
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(connection)
    }
  })
}

/** For a process that may not migrate itself: resolves when somebody has. */
export async function untilMigrated<T>(
  { db }: Database<T>,
  folders: readonly MigrationFolder[],
): Promise<void> {
  const files = (await Promise.all(folders.map(readFolder))).flat()
  for (const until = performance.now() + OTHERS_TAKE_MS; ; ) {
    const known = await appliedTo(db)
    if (files.every(file => known.has(file.name))) return
    if (performance.now() > until) throw new Error('Nobody has brought the schema up to date')
    await pause(ASK_AGAIN_MS)
  }
}

async function appliedTo<T>(db: Kysely<T>): Promise<ReadonlySet<string>> {
  const table = await sql<{ there: boolean }>`select to_regclass('migrations') is not null as there`.execute(
    db,
  )
  if (!table.rows[0]?.there) return new Set()
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db)
  return new Set(rows.map(row => row.name))
}

// So that whatever the files make belongs to the owner, whoever applies them.
async function actAsOwner<T>(connection: Kysely<T>): Promise<void> {
  const { rows } = await sql<{ owner: string }>`
    select quote_ident(pg_get_userbyid(nspowner)) as owner from pg_namespace where nspname = current_schema()`.execute(
    connection,
  )
  if (rows[0]) await sql.raw(`set role ${rows[0].owner}`).execute(connection)
}

// Asked again and again, because a waiting lock would give up after `lock_timeout` while another replica still migrates.
async function takeLock<T>(connection: Kysely<T>, lock: RawBuilder<unknown>): Promise<void> {
  for (const until = performance.now() + OTHERS_TAKE_MS; ; ) {
    const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${lock}) as taken`.execute(
      connection,
    )
    if (rows[0]?.taken) return
    if (performance.now() > until) throw new Error('Another process has been migrating for too long')
    await pause(ASK_AGAIN_MS)
  }
}

async function applyMissing<T>(
  connection: Kysely<T>,
  files: readonly MigrationFile[],
): Promise<readonly string[]> {
  await sql`create table if not exists migrations (name text primary key, hash text not null, at timestamptz not null default clock_timestamp())`.execute(
    connection,
  )
  const known = await sql<{ name: string; hash: string }>`select name, hash from migrations`.execute(
    connection,
  )
  const hashes = new Map(known.rows.map(row => [row.name, row.hash]))
  const changed = files.find(file => (hashes.get(file.name) ?? file.hash) !== file.hash)
  if (changed) throw new Error(`Migration ${changed.name} was changed after it was applied`)
  const missing = files.filter(file => !hashes.has(file.name))
  for (const file of missing) await apply(connection, file)
  return missing.map(file => file.name)
}

/**
 * While it waits for the lock of a table everybody else waits behind it, so it gives up after `lock_timeout`, lets them through,
 * and begins the file again.
 */
async function apply<T>(connection: Kysely<T>, file: MigrationFile): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      return await connection.transaction().execute(async tx => {
        await sql.raw(file.text).execute(tx)
        await sql`insert into migrations (name, hash) values (${file.name}, ${file.hash})`.execute(tx)
      })
    } catch (error) {
      const isLocked = error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE
      if (!isLocked || tries >= LOCK_TRIES) throw error
      await pause(LOCK_PAUSE_MS)
    }
}

async function readFolder({ name: prefix, folder }: MigrationFolder): Promise<readonly MigrationFile[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async name => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name: `${prefix}/${name}`, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}
