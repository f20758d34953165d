import { eventually } from '@asaichi/testkit/eventually.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Database } from '../src/database.ts'
import {
  type DueHandler,
  dueProgress,
  schedule,
  scheduleAll,
  startDueWork,
  unschedule,
} from '../src/due-work.ts'
import { townNow } from '../src/town-now.ts'
import { type OwnStore, openOwn, openWithDueWork, prepareStore } from './own-store.ts'

const OPENING = '2024-11-02T22:00:00.000Z'

let store: OwnStore
let database: Database<unknown>
let moved: Set<() => void>
beforeAll(async () => {
  store = await prepareStore()
  await store.sql('create table lottery.effects (key text); grant all on lottery.effects to public')
})
afterAll(() => store[Symbol.asyncDispose]())
beforeEach(async () => {
  database = await openWithDueWork(store)
  moved = new Set()
  await store.sql('delete from lottery.due_work')
  await hold('2024-11-01T00:00:00.000Z')
})

test('rows are taken in the order of their time, each in the transaction that removes it', async () => {
  const done: string[] = []
  await scheduleAll(database.db, [
    { kind: 'open', key: 'c', dueAt: '2024-11-02T22:00:00.002Z' },
    { kind: 'open', key: 'a', dueAt: OPENING, data: { round: 1 } },
    { kind: 'close', key: 'b', dueAt: '2024-11-02T22:00:00.001Z' },
    { kind: 'open', key: 'later', dueAt: '2024-11-03T00:00:00.000Z' },
  ])
  const handle: DueHandler<unknown> = async (tx, item) => {
    const { rows } = await sql`select 1 from due_work where key = ${item.key}`.execute(tx)
    done.push(`${item.kind} ${item.key} ${item.dueAt} ${JSON.stringify(item.data)} ${rows.length}`)
  }
  run({ open: handle, close: handle })
  await hold('2024-11-02T22:00:01.000Z')
  await eventually(() =>
    expect(done).toEqual([
      'open a 2024-11-02T22:00:00.000Z {"round":1} 0',
      'close b 2024-11-02T22:00:00.001Z {} 0',
      'open c 2024-11-02T22:00:00.002Z {} 0',
    ]),
  )
  expect(await dueProgress(database.db)).toEqual({
    nextDueAt: '2024-11-03T00:00:00.000Z',
    overdue: false,
  })
})

test('nothing is done before its time, and at its time it is', async () => {
  const done: string[] = []
  await schedule(database.db, { kind: 'open', key: 'a', dueAt: OPENING })
  run({ open: async tx => void done.push(await townNow(tx)) })
  await hold('2024-11-02T21:59:59.999Z')
  await store.sql('select pg_sleep(0.1)')
  expect(done).toEqual([])
  expect(await dueProgress(database.db)).toEqual({ nextDueAt: OPENING, overdue: false })
  await hold(OPENING)
  await eventually(() => expect(done).toEqual([OPENING]))
})

test('two runners take every row once, side by side', async () => {
  const done: string[] = []
  let atWork = 0
  let mostAtWork = 0
  const handle: DueHandler<unknown> = async (tx, { key }) => {
    mostAtWork = Math.max(mostAtWork, ++atWork)
    await sql`select pg_sleep(0.01)`.execute(tx)
    done.push(key)
    atWork -= 1
  }
  const keys = Array.from({ length: 40 }, (_, index) => `k${String(index).padStart(2, '0')}`)
  await scheduleAll(
    database.db,
    keys.map(key => ({ kind: 'open', key, dueAt: OPENING })),
  )
  await hold(OPENING)
  run({ open: handle })
  run({ open: handle })
  await eventually(async () =>
    expect(await dueProgress(database.db)).toEqual({ nextDueAt: null, overdue: false }),
  )
  expect(done.toSorted()).toEqual(keys)
  expect(mostAtWork).toBe(2)
})

test('a row whose handler fails leaves no effect, does not block the others, and is tried again later', async () => {
  const errors: string[] = []
  let failures = 2
  await scheduleAll(database.db, [
    { kind: 'open', key: 'bad', dueAt: OPENING },
    { kind: 'open', key: 'good', dueAt: '2024-11-02T22:00:00.001Z' },
  ])
  await hold('2024-11-02T22:00:01.000Z')
  const handle: DueHandler<unknown> = async (tx, { key }) => {
    await sql`insert into effects values (${key})`.execute(tx)
    if (key === 'bad' && failures-- > 0) throw new Error('not yet')
  }
  run({ open: handle }, { onError: kind => errors.push(kind) })
  await eventually(async () => expect(await effects()).toEqual(['good']))
  expect(await dueProgress(database.db)).toMatchObject({ overdue: true })
  expect(
    await store.sql(
      'select key, attempts > 0 as failed, retry_at is not null as later from lottery.due_work',
    ),
  ).toEqual([{ key: 'bad', failed: true, later: true }])
  await eventually(async () => expect(await effects()).toEqual(['good', 'bad']))
  expect(errors).toEqual(['open', 'open'])
})

test('work can be moved and taken back, and commits with its transaction', async () => {
  const done: string[] = []
  await schedule(database.db, { kind: 'open', key: 'moved', dueAt: OPENING, data: { round: 1 } })
  await schedule(database.db, { kind: 'open', key: 'moved', dueAt: '2024-11-05T00:00:00.000Z' })
  await schedule(database.db, { kind: 'open', key: 'taken back', dueAt: OPENING })
  await unschedule(database.db, { kind: 'open', key: 'taken back' })
  const undone = database.db.transaction().execute(async tx => {
    await schedule(tx, { kind: 'open', key: 'undone', dueAt: OPENING })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await schedule(database.db, { kind: 'open', key: 'kept', dueAt: OPENING })
  run({ open: async (_tx, { key, data }) => void done.push(`${key} ${JSON.stringify(data)}`) })
  await hold('2024-11-02T23:00:00.000Z')
  await eventually(() => expect(done).toEqual(['kept {}']))
  await hold('2024-11-06T00:00:00.000Z')
  await eventually(() => expect(done).toEqual(['kept {}', 'moved {}']))
})

test('a kind nobody here handles is left alone, without a busy loop', async () => {
  await schedule(database.db, { kind: 'other', key: 'a', dueAt: OPENING })
  await hold(OPENING)
  run({ open: async () => undefined })
  const calls = async () => {
    const [row] = await store.sql(
      `select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()`,
    )
    return Number(row?.['n'])
  }
  await store.sql('select pg_stat_force_next_flush()')
  const before = await calls()
  await store.sql('select pg_sleep(0.5)')
  await store.sql('select pg_stat_force_next_flush()')
  expect((await calls()) - before).toBeLessThan(60)
  expect(await store.sql('select key from lottery.due_work')).toEqual([{ key: 'a' }])
})

test('work that cannot even be looked for is told, and done when it can be', async () => {
  const errors: string[] = []
  const done: string[] = []
  await store.sql('alter table lottery.due_work rename to away')
  run({ open: async (_tx, { key }) => void done.push(key) }, { onError: kind => errors.push(kind) })
  await eventually(() => expect(new Set(errors)).toEqual(new Set(['take'])))
  await store.sql('alter table lottery.away rename to due_work')
  await schedule(database.db, { kind: 'open', key: 'a', dueAt: OPENING })
  await hold(OPENING)
  await eventually(() => expect(done).toEqual(['a']))
})

test('a runner that is closed finishes the row at hand and takes no other', async () => {
  const begun = Promise.withResolvers<void>()
  const done: string[] = []
  await scheduleAll(database.db, [
    { kind: 'open', key: 'a', dueAt: OPENING },
    { kind: 'open', key: 'b', dueAt: OPENING },
  ])
  await hold(OPENING)
  const runner = run({
    open: async (tx, { key }) => {
      begun.resolve()
      await sql`select pg_sleep(0.1)`.execute(tx)
      done.push(key)
    },
  })
  await begun.promise
  await runner[Symbol.asyncDispose]()
  expect(done).toEqual(['a'])
  expect(await store.sql('select key from lottery.due_work')).toEqual([{ key: 'b' }])
})

test('each row is taken alone, also where the database asks for it anew row by row', async () => {
  const done: string[] = []
  const items = Array.from({ length: 20 }, (_, n) => ({ kind: 'open', key: `${n + 10}`, dueAt: OPENING }))
  await scheduleAll(database.db, items)
  await refusePlans(['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material'])
  await hold(OPENING)
  run({ open: async (_tx, { key }) => void done.push(key) }, { on: openOwn(store) })
  await eventually(async () => expect(await store.sql('select key from lottery.due_work')).toEqual([]))
  expect(done).toEqual(items.map(({ key }) => key))
})

function run(
  handlers: Readonly<Record<string, DueHandler<unknown>>>,
  {
    onError = () => undefined,
    on = database,
  }: { onError?: (kind: string) => void; on?: Database<unknown> } = {},
): AsyncDisposable {
  const runner = startDueWork({
    database: on,
    handlers,
    onMove(wake) {
      moved.add(wake)
      return () => moved.delete(wake)
    },
    onError: (_error, kind) => onError(kind),
  })
  onTestFinished(() => runner[Symbol.asyncDispose]())
  return runner
}

/** Leaves the planner of new connections, until the test ends, only what is not in the list. */
async function refusePlans(plans: readonly string[]): Promise<void> {
  const database = async (change: string) =>
    void (await store.sql(
      `do $$ begin execute format('alter database %I ${change}', current_database()); end $$`,
    ))
  onTestFinished(() => database('reset all'))
  for (const plan of plans) await database(`set enable_${plan} = off`)
}

/** Stops the town's clock there and tells the runners. */
async function hold(instant: string): Promise<void> {
  await store.sql('update town_clock set held_at = $1', [instant])
  for (const wake of moved) wake()
}

async function effects(): Promise<readonly unknown[]> {
  return (await store.sql('select key from lottery.effects')).map(row => row['key'])
}
