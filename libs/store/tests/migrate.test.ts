import { eventually } from '@asaichi/testkit/eventually.ts'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TIMEOUTS_MS } from '../src/database.ts'
import { type MigrationFolder, migrate } from '../src/migrate.ts'
import { migrationFolder, type OwnStore, openOwn, prepareStore } from './own-store.ts'

let store: OwnStore
beforeEach(async () => {
  store = await prepareStore()
})
afterEach(() => store[Symbol.asyncDispose]())

const apply = (folders: readonly MigrationFolder[]) => migrate(store.adminUrl, 'lottery', folders)
const FIRST = 'create table steps (n int); insert into steps values (1);'

test('files are applied in the order of their names, each once, in the schema of the service', async () => {
  const files = {
    '0002-second.sql': 'insert into steps values (2)',
    '0001-first.sql': FIRST,
    'read-me.txt': 'no SQL',
  }
  expect(await apply([await migrationFolder(files)])).toEqual(['own/0001-first.sql', 'own/0002-second.sql'])
  const more = await migrationFolder({ ...files, '0010-third.sql': 'insert into steps values (3)' })
  expect(await apply([more])).toEqual(['own/0010-third.sql'])
  expect(await apply([more])).toEqual([])
  expect(await store.sql('select n from lottery.steps')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test('a file that was changed after it was applied is refused, before anything new is applied', async () => {
  await apply([await migrationFolder({ '0001-first.sql': FIRST })])
  const changed = await migrationFolder({
    '0000-new.sql': 'create table never (n int)',
    '0001-first.sql': `${FIRST} `,
  })
  await expect(apply([changed])).rejects.toThrow(
    'Migration own/0001-first.sql was changed after it was applied',
  )
  expect(await store.sql(`select to_regclass('lottery.never') as never`)).toEqual([{ never: null }])
})

test('a file that fails leaves nothing of itself, and is applied when it has been mended', async () => {
  const broken = await migrationFolder({ '0001-first.sql': `${FIRST} select 1 / 0;` })
  await expect(apply([broken])).rejects.toMatchObject({ code: '22012' })
  expect(await store.sql(`select to_regclass('lottery.steps') as steps`)).toEqual([{ steps: null }])
  const mended = await migrationFolder({ '0001-first.sql': FIRST })
  expect(await apply([mended])).toEqual(['own/0001-first.sql'])
})

test('of replicas that start together one migrates and the others wait, also longer than lock_timeout', async () => {
  const slow = await migrationFolder({
    '0001-first.sql': `${FIRST} select pg_sleep(${(TIMEOUTS_MS.lock + 300) / 1000});`,
  })
  const applied = await Promise.all([1, 2, 3].map(() => apply([slow])))
  expect(applied.flat()).toEqual(['own/0001-first.sql'])
  expect(await store.sql('select n from lottery.steps')).toEqual([{ n: 1 }])
})

test('the lock is free afterwards, also after a failure', async () => {
  const broken = await migrationFolder({ '0001-first.sql': 'no SQL' })
  await expect(apply([broken])).rejects.toThrow('syntax error')
  const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and database =
    (select oid from pg_database where datname = current_database())`.execute(openOwn(store).db)
  expect(rows).toEqual([])
})

test('a file that cannot have a table’s lock lets those behind it through, and tries again', async () => {
  await apply([await migrationFolder({ '0001-first.sql': FIRST })])
  const holder = new pg.Client({ connectionString: store.adminUrl })
  await holder.connect()
  await holder.query('begin; select from lottery.steps')
  const more = await migrationFolder({
    '0001-first.sql': FIRST,
    '0002-wider.sql': 'alter table steps add column at timestamptz',
  })
  const applied = apply([more])
  // Waits behind the migration as long as that waits for its lock, and no longer.
  await eventually(async () => expect(await waitingForLocks()).toBe(1))
  expect(await store.sql('select n from lottery.steps')).toEqual([{ n: 1 }])
  await holder.end()
  expect(await applied).toEqual(['own/0002-wider.sql'])
})

async function waitingForLocks(): Promise<unknown> {
  const [row] = await store.sql(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return row?.['n']
}
