import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'

export type MigrationFolder = { readonly name: string; readonly folder: URL }

type MigrationFile = { readonly name: string; readonly text: string; readonly hash: string }

const OTHERS_TAKE_MS = 60_000
const ASK_AGAIN_MS = 50

/** Applies the `NNNN-name.sql` files of the folders in order, each once; a file changed after it was applied is refused. */
export async function migrate<T>(
  database: Database<T>,
  folders: readonly MigrationFolder[],
): Promise<readonly string[]> {
  const files = (await Promise.all(folders.map(readFolder))).flat()
  return database.db.connection().execute(async connection => {
    const lock = sql`hashtext(${`migrate ${database.schema}`})`
    await takeLock(connection, lock)
    try {
      return await applyMissing(connection, files)
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(connection)
    }
  })
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
  for (const file of missing)
    await connection.transaction().execute(async tx => {
      await sql.raw(file.text).execute(tx)
      await sql`insert into migrations (name, hash) values (${file.name}, ${file.hash})`.execute(tx)
    })
  return missing.map(file => file.name)
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
