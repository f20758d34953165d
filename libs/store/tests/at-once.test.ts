import { eventually } from '@asaichi/testkit/eventually.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atOnce } from '../src/at-once.ts'
import type { Executor } from '../src/database.ts'
import { type OwnStore, openOwn, prepareStore } from './own-store.ts'

let store: OwnStore
beforeAll(async () => {
  store = await prepareStore()
})
afterAll(() => store[Symbol.asyncDispose]())

const keep = (lane: Executor, word: string) =>
  sql<{ said: string }>`/* prepared */ insert into words (said) values (${word}) returning said`.execute(lane)
const say = async (lane: Executor) =>
  (await sql<{ said: string }>`select said from words order by nr`.execute(lane)).rows.map(row => row.said)

beforeAll(async () => {
  await store.sql('create table lottery.words (nr int generated always as identity, said text unique)')
  await store.sql('grant select, insert, update on lottery.words to public')
})

async function openWords(options: { readonly max?: number } = {}) {
  await store.sql('truncate lottery.words')
  return openOwn(store, options)
}

test('what is asked at once is done in the order in which it was asked', async () => {
  const { db } = await openWords()
  const seen = await db
    .transaction()
    .execute(tx =>
      atOnce(tx, lane =>
        Promise.all([say(lane), keep(lane, 'one'), say(lane), keep(lane, 'two'), say(lane)]),
      ),
    )
  expect([seen[0], seen[2], seen[4]]).toEqual([[], ['one'], ['one', 'two']])
})

test('one that fails fails those behind it, nothing stays, and the connection goes on', async () => {
  const { db } = await openWords({ max: 1 })
  const both = db
    .transaction()
    .execute(tx =>
      atOnce(tx, lane => Promise.all([keep(lane, 'one'), keep(lane, 'one'), keep(lane, 'two'), say(lane)])),
    )
  await expect(both).rejects.toMatchObject({ code: '23505' })
  expect(await say(db)).toEqual([])
  // The very statements that were on their way when it failed.
  await db.transaction().execute(tx => atOnce(tx, lane => Promise.all([keep(lane, 'two'), say(lane)])))
  expect(await say(db)).toEqual(['two'])
})

test('a statement sent behind a lock sees what the lock waited for', async () => {
  const { db } = await openWords()
  await keep(db, 'one')
  const isHeld = Promise.withResolvers<void>()
  const letGo = Promise.withResolvers<void>()
  const first = db.transaction().execute(async tx => {
    await sql`select from words for update`.execute(tx)
    await keep(tx, 'two')
    isHeld.resolve()
    await letGo.promise
  })
  await isHeld.promise
  const second = db
    .transaction()
    .execute(tx =>
      atOnce(tx, lane =>
        Promise.all([sql`select from words where said = 'one' for update`.execute(lane), say(lane)]),
      ),
    )
  await eventually(async () =>
    expect(await store.sql("select 1 from pg_stat_activity where wait_event_type = 'Lock'")).toHaveLength(1),
  )
  letGo.resolve()
  await first
  expect((await second)[1]).toEqual(['one', 'two'])
})

test('D6: nothing is written outside of its transaction where the connection is gone before it begins', async () => {
  const { db } = await openWords({ max: 1 })
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  const isHeld = Promise.withResolvers<void>()
  const letGo = Promise.withResolvers<void>()
  const beside = db.connection().execute(async () => {
    isHeld.resolve()
    await letGo.promise
  })
  await isHeld.promise
  const written = db.transaction().execute(async tx => {
    await keep(tx, 'one')
    throw new Error('not to be kept')
  })
  await store.sql('select pg_terminate_backend($1)', [rows[0]?.pid ?? 0])
  letGo.resolve()
  await beside
  await expect(written).rejects.toThrow()
  expect(await say(db)).toEqual([])
})
