import { eventually } from '@asaichi/testkit/eventually.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Database, TIMEOUTS_MS } from '../src/database.ts'
import { linkTo } from './link-to-postgres.ts'
import { type OwnStore, openOwn, prepareStore } from './own-store.ts'

let store: OwnStore
beforeAll(async () => {
  store = await prepareStore()
})
afterAll(() => store[Symbol.asyncDispose]())

describe('D6: timeouts', () => {
  test.each([
    ['lock_timeout', TIMEOUTS_MS.lock],
    ['statement_timeout', TIMEOUTS_MS.statement],
    ['idle_in_transaction_session_timeout', TIMEOUTS_MS.idleInTransaction],
  ])('%s holds in the session of the server', async (name, ms) => {
    const { rows } = await sql<{ ms: number }>`
      select setting::int as ms from pg_settings where name = ${name}`.execute(openOwn(store).db)
    expect(rows).toEqual([{ ms }])
  })

  test('the server gives up first: lock before statement before client', () => {
    const { lock, statement, query, idleInTransaction } = TIMEOUTS_MS
    expect([lock, statement, query, idleInTransaction].toSorted((a, b) => a - b)).toEqual([
      lock,
      statement,
      query,
      idleInTransaction,
    ])
  })

  test('a statement that takes too long fails, and its connection goes on', async () => {
    const { db } = openOwn(store, { max: 1 })
    await sql`set statement_timeout = 50`.execute(db)
    await expect(sql`select pg_sleep(2)`.execute(db)).rejects.toMatchObject({ code: '57014' })
    expect((await sql`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }])
  })

  test('E12: a pool behind a black hole works again as soon as the link does', async () => {
    const link = await linkTo(store.urls['lottery'] ?? '')
    const { db } = openOwn(store, { url: link.url, max: 3 })
    const ask = () => sql`select 1 as n`.execute(db)
    const askInTransaction = () => db.transaction().execute(tx => sql`select 1 as n`.execute(tx))
    await Promise.all([ask(), ask(), ask()])
    link.swallow(true)
    const ends = await Promise.allSettled([ask(), ask(), askInTransaction(), ask()])
    expect(ends.map(end => end.status)).toEqual(Array(4).fill('rejected'))
    link.swallow(false)
    for (const each of [ask, ask, askInTransaction, ask]) expect((await each()).rows).toEqual([{ n: 1 }])
  })
})

test('a backend that ends in the middle of a transaction fails it, and nothing else', async () => {
  const { db } = openOwn(store, { max: 1 })
  const begun = Promise.withResolvers<number>()
  const killed = Promise.withResolvers<void>()
  const transaction = db.transaction().execute(async tx => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    begun.resolve(rows[0]?.pid ?? 0)
    await killed.promise
    await sql`select 1`.execute(tx)
  })
  const pid = await begun.promise
  await store.sql('select pg_terminate_backend($1)', [pid])
  await eventually(async () =>
    expect(await store.sql('select 1 from pg_stat_activity where pid = $1', [pid])).toEqual([]),
  )
  killed.resolve()
  await expect(transaction).rejects.toThrow()
  expect((await sql`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }])
})

describe('types', () => {
  test.each([
    ['06:59:59.9996 is not yet 07:00', '2024-11-03 06:59:59.9996+00', '2024-11-03T06:59:59.999Z'],
    ['no decimals', '2024-11-03 07:00:00+00', '2024-11-03T07:00:00.000Z'],
    ['one decimal', '2024-11-03 07:00:00.5+00', '2024-11-03T07:00:00.500Z'],
    ['another zone', '2024-11-03 07:00:00+09', '2024-11-02T22:00:00.000Z'],
    ['microseconds', '2024-11-03 07:00:00.123456+00', '2024-11-03T07:00:00.123Z'],
  ])('an instant is truncated to milliseconds, in UTC: %s', async (_what, given, expected) => {
    const { rows } = await sql`select ${given}::timestamptz as at`.execute(openOwn(store).db)
    expect(rows).toEqual([{ at: expected }])
  })

  test('a date stays its text, a count is a number', async () => {
    const { rows } = await sql`select date '2024-02-29' as day, count(*) as n`.execute(openOwn(store).db)
    expect(rows).toEqual([{ day: '2024-02-29', n: 1 }])
  })
})

describe('listen', () => {
  test('hears a notice, and once more after its connection was lost, because notices are gone', async () => {
    const database = openOwn(store)
    const { heard } = await listening(database)
    expect(heard).toEqual([''])
    await notify('one')
    await eventually(() => expect(heard).toEqual(['', 'one']))
    await endListeners()
    await eventually(() => expect(heard).toEqual(['', 'one', '']))
    await notify('two')
    await eventually(() => expect(heard).toEqual(['', 'one', '', 'two']))
  })

  test('begins when the database comes back, and leaves no connection behind when it ends', async () => {
    const [row] = await store.sql(`select current_database() || '_lottery' as role`)
    await store.sql(`alter role ${String(row?.['role'])} nologin`)
    const { heard, listener } = await listening(openOwn(store))
    expect(heard).toEqual([])
    await store.sql(`alter role ${String(row?.['role'])} login`)
    await eventually(() => expect(heard).toEqual(['']))
    await listener[Symbol.asyncDispose]()
    await eventually(async () => expect(await listeners()).toEqual([]))
  })

  async function listening(database: Database<unknown>) {
    const heard: string[] = []
    const listener = await database.listen('news', payload => void heard.push(payload))
    onTestFinished(() => listener[Symbol.asyncDispose]())
    return { heard, listener }
  }
  const notify = (payload: string) => store.sql(`select pg_notify('news', $1)`, [payload])
  const listeners = () => store.sql(`select pid from pg_stat_activity where query = 'listen "news"'`)
  const endListeners = () =>
    store.sql(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen "news"'`)
})
