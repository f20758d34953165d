import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { removePostgresData, startPostgres } from '../src/postgres/embedded-postgres.ts'
import { runsAsRoot } from '../src/postgres/postgres-account.ts'
import type { OwnedProcess } from '../src/processes/owned-process.ts'
import { freePort } from '../src/tcp-port.ts'

test('a durable PostgreSQL syncs, keeps UTC, takes 200 connections and asks for its password', async () => {
  const postgres = await started(await ownFolder(), { durable: true })
  const settings = await ask(
    postgres.url,
    `select name, setting from pg_settings
     where name in ('fsync', 'full_page_writes', 'max_connections', 'synchronous_commit', 'TimeZone') order by lower(name)`,
  )
  expect(settings).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'max_connections', setting: '200' },
    { name: 'synchronous_commit', setting: 'on' },
    { name: 'TimeZone', setting: 'UTC' },
  ])
  const guess = new URL(postgres.url)
  guess.password = 'guess'
  await expect(ask(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/)
})

test('the password lies in a file that only its owner reads', async () => {
  const dir = await ownFolder()
  const postgres = await started(dir, { durable: true })
  const file = path.join(dir, 'password')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(new URL(postgres.url).password).toBe(await readFile(file, 'utf8'))
})

test('a second start finds the data and makes no new cluster', async () => {
  const dir = await ownFolder()
  const first = await started(dir)
  const cluster = 'select system_identifier from pg_control_system()'
  const made = await ask(first.url, cluster)
  await ask(first.url, 'create table kept as select 1 as one')
  await first.stop()
  const second = await started(dir)
  expect(await ask(second.url, cluster)).toEqual(made)
  expect(await ask(second.url, 'select one from kept')).toEqual([{ one: 1 }])
})

test.each([true, false])(
  'a commit outlives kill -9, durable: %s, also when the old pid is another server’s by now',
  async durable => {
    const dir = await ownFolder()
    const first = await started(dir, { durable })
    await ask(first.url, 'create table kept as select 1 as one')
    process.kill(first.pid, 'SIGKILL')
    await first.stop()
    // A server's of the same account, because PostgreSQL itself takes a pid of a foreign one for an old one.
    const other = await started(await ownFolder())
    const pidFile = path.join(dir, 'data', 'postmaster.pid')
    await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace(String(first.pid), String(other.pid)))
    const second = await started(dir, { durable })
    expect(await ask(second.url, 'select one from kept')).toEqual([{ one: 1 }])
  },
)

test('two servers on one folder are refused with the pid of the first', async () => {
  const dir = await ownFolder()
  const first = await started(dir)
  await expect(started(dir)).rejects.toThrow(`PostgreSQL (process ${first.pid}) already runs on`)
  expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a taken port is one line', async () => {
  const dir = await ownFolder()
  const port = await freePort()
  await started(dir, { port })
  await expect(started(await ownFolder(), { port })).rejects.toThrow(/^Port \d+ for PostgreSQL is taken .+$/)
})

test('an initdb cut short leaves nothing that a later start takes for data', async () => {
  const dir = await ownFolder()
  await mkdir(path.join(dir, 'data.new'))
  await writeFile(path.join(dir, 'data.new', 'PG_VERSION'), '18\n')
  const postgres = await started(dir)
  expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('the extensions the stores need are there', async () => {
  const postgres = await started(await ownFolder())
  await ask(postgres.url, 'create extension btree_gist; create extension pgcrypto; create extension pg_trgm')
  expect(await ask(postgres.url, `select 'あ' < 'い' collate "ja-x-icu" as sorted`)).toEqual([
    { sorted: true },
  ])
})

test.runIf(runsAsRoot())(
  'in a folder closed to others, root’s data go elsewhere and can be removed',
  async () => {
    const closed = path.join(await ownFolder(), 'a closed folder')
    await mkdir(closed)
    await chmod(closed, 0o700)
    const dir = path.join(closed, 'postgres')
    const postgres = await started(dir)
    expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
    const home = (await readFile(path.join(dir, 'MOVED-TO'), 'utf8')).trim()
    expect(existsSync(path.join(home, 'data', 'PG_VERSION'))).toBe(true)
    await postgres.stop()
    await removePostgresData(dir)
    expect(existsSync(home)).toBe(false)
    expect(existsSync(dir)).toBe(false)
  },
)

async function started(
  dir: string,
  { port, durable = false }: { port?: number; durable?: boolean } = {},
): Promise<OwnedProcess> {
  const postgres = await startPostgres({ dir, port: port ?? (await freePort()), durable })
  onTestFinished(postgres.stop)
  return postgres
}

async function ask(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<object>(sql)).rows
  } finally {
    await client.end()
  }
}
