import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database } from './database.ts'

export type MigrationFolder = { readonly name: string; readonly folder: URL }

/** Applies the `NNNN-name.sql` files of the folders in order, each once; a file changed after it was applied is refused. */
export async function migrate<T>(
  database: Database<T>,
  folders: readonly MigrationFolder[],
): Promise<readonly string[]> {
  const files = (await Promise.all(folders.map(readFolder))).flat()
  return database.db.connection().execute(async connection => {
    await sql`select pg_advisory_lock(hashtext(${`migrate ${database.schema}`}))`.execute(connection)
    try {
      await sql`create table if not exists migrations (name text primary key, hash text not null, at timestamptz not null default clock_timestamp())`.execute(
        connection,
      )
      const known = new Map(
        (
          await sql<{ name: string; hash: string }>`select name, hash from migrations`.execute(connection)
        ).rows.map(row => [row.name, row.hash]),
      )
      const applied: string[] = []
      for (const file of files) {
        const hash = known.get(file.name)
        if (hash !== undefined && hash !== file.hash)
          throw new Error(`Migration ${file.name} was changed after it was applied`)
        if (hash !== undefined) continue
        await connection.transaction().execute(async tx => {
          await sql.raw(file.text).execute(tx)
          await sql`insert into migrations (name, hash) values (${file.name}, ${file.hash})`.execute(tx)
        })
        applied.push(file.name)
      }
      return applied
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${`migrate ${database.schema}`}))`.execute(connection)
    }
  })
}

async function readFolder({
  name: prefix,
  folder,
}: MigrationFolder): Promise<readonly { name: string; text: string; hash: string }[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async name => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name: `${prefix}/${name}`, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}
