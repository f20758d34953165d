import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { OwnDatabase } from '@asaichi/testkit/own-database.ts'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { bootstrap } from '../src/bootstrap.ts'
import { type Database, openDatabase } from '../src/database.ts'
import { dueWorkTables } from '../src/due-work.ts'
import { type MigrationFolder, migrate } from '../src/migrate.ts'

/** A prepared database with the schemas `lottery` and `lock`, and what a test does in it as its owner. */
export type OwnStore = {
  readonly adminUrl: string
  readonly urls: Readonly<Record<string, string>>
  readonly sql: (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>
} & AsyncDisposable

export function newPasswords(): Readonly<Record<'lottery' | 'lock' | 'clock', string>> {
  const password = () => randomBytes(32).toString('hex')
  return { lottery: password(), lock: password(), clock: password() }
}

export async function prepareStore(options: { readonly movableClock?: boolean } = {}): Promise<OwnStore> {
  const stack = new AsyncDisposableStack()
  const { url: adminUrl } = stack.use(await OwnDatabase.create())
  const movableClock = options.movableClock ?? true
  const urls = await bootstrap({ url: adminUrl, passwords: newPasswords(), movableClock })
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 })
  admin.on('error', () => undefined)
  stack.defer(() => admin.end())
  return {
    adminUrl,
    urls,
    sql: async (text, values = []) => (await admin.query(text, [...values])).rows,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

/** The database as the service `lottery` has it, closed with the test. */
export function openOwn<Tables>(
  store: OwnStore,
  options: { readonly url?: string; readonly max?: number } = {},
): Database<Tables> {
  const url = options.url ?? store.urls['lottery'] ?? ''
  const database = openDatabase<Tables>(url, { schema: 'lottery', max: options.max ?? 4 })
  onTestFinished(() => database[Symbol.asyncDispose]())
  return database
}

export async function openWithDueWork(store: OwnStore): Promise<Database<unknown>> {
  await migrate(store.adminUrl, 'lottery', [dueWorkTables])
  const database = openOwn<unknown>(store)
  return database
}

/** A folder of migrations, removed with the test. */
export async function migrationFolder(files: Readonly<Record<string, string>>): Promise<MigrationFolder> {
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-migrations-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(dir, name), text)
  return { name: 'own', folder: pathToFileURL(`${dir}/`) }
}
