import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { bootstrap } from '../src/bootstrap.ts'
import { townNow } from '../src/town-now.ts'
import { newPasswords, type OwnStore, openOwn, prepareStore } from './own-store.ts'

let store: OwnStore
let lottery: string | undefined
beforeAll(async () => {
  store = await prepareStore()
  await store.sql('create table lock.secrets (digits text)')
  lottery = store.urls['lottery']
})
afterAll(() => store[Symbol.asyncDispose]())

test('it can be done again and by two at once, keeps what is there, and answers the same URLs', async () => {
  const passwords = newPasswords()
  const again = () => bootstrap({ url: store.adminUrl, passwords, movableClock: true })
  await store.sql('create table lottery.kept (n int); insert into lottery.kept values (1)')
  await store.sql(`update town_clock set offset_ms = 5`)
  const [first, second] = await Promise.all([again(), again()])
  expect(first).toEqual(second)
  store = { ...store, urls: first }
  lottery = first['lottery']
  expect(await asService(lottery, 'select 1 as n')).toEqual([{ n: 1 }])
  expect(await store.sql('select n from lottery.kept')).toEqual([{ n: 1 }])
  expect(await store.sql('select offset_ms::int from town_clock')).toEqual([{ offset_ms: 5 }])
})

test.each([
  ['another service’s rows', 'select * from lock.secrets', '42501'],
  ['a table in another service’s schema', 'create table lock.mine (n int)', '42501'],
  ['a table where all could see it', 'create table public.mine (n int)', '42501'],
  ['a move of the clock', 'update public.town_clock set offset_ms = 1', '42501'],
  [
    'another clock',
    `create or replace function public.town_now() returns timestamptz language sql as 'select null::timestamptz'`,
    '42501',
  ],
  ['a new role', 'create role mine', '42501'],
])('a service may not have %s', async (_what, statement, code) => {
  await expect(asService(lottery, statement)).rejects.toMatchObject({ code })
})

test('P4: the town’s clock moves the time and sees nothing else', async () => {
  const clock = store.urls['clock']
  await asService(clock, 'update town_clock set offset_ms = offset_ms')
  for (const statement of [
    'select * from lock.secrets',
    'delete from town_clock',
    'create table public.mine (n int)',
  ])
    await expect(asService(clock, statement)).rejects.toMatchObject({ code: '42501' })
})

test('the clock of production is the database’s own, and nothing is there that could move it', async () => {
  await using own = await prepareStore({ movableClock: false })
  expect(await own.sql(`select to_regclass('public.town_clock') as clock`)).toEqual([{ clock: null }])
  const before = new Date().toISOString()
  const now = await townNow(openOwn(own).db)
  expect(now >= before.slice(0, 21) && now <= new Date(Date.now() + 1_000).toISOString()).toBe(true)
})

test('a database that was prepared with a movable clock obeys the real one once it is prepared for production', async () => {
  await using own = await prepareStore()
  await own.sql(`update town_clock set held_at = '2024-11-03T07:00:00Z'`)
  await bootstrap({ url: own.adminUrl, passwords: newPasswords(), movableClock: false })
  const [row] = await own.sql('select town_now() > now() - interval \'1 minute\' as "isReal"')
  expect(row).toEqual({ isReal: true })
})

test('D2: a server that forgets commits is refused unless a test says that it is one', async () => {
  const setting = { url: store.adminUrl, passwords: newPasswords(), movableClock: true }
  vi.stubEnv('ALLOW_VOLATILE_DATABASE', '0')
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(bootstrap(setting)).rejects.toThrow('fsync or synchronous_commit off')
})

async function asService(url: string | undefined, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
