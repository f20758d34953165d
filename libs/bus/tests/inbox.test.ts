import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { envelope, heardBy, publishRaw, startListener, tell } from './listener.ts'

let bed: Bed
beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed[Symbol.asyncDispose]())

test('F13: a fact that comes twice has its effect once', async () => {
  await using _producer = await startProducer(bed, 'catalog')
  const { heard } = await startListener(bed)
  const twice = envelope(1)
  await publishRaw(bed, twice)
  await publishRaw(bed, twice)
  await publishRaw(bed, envelope(2))
  await eventually(async () => expect(await heard()).toEqual([1, 2]))
})

test('F3: a handler that fails after it wrote is tried again, and its effect is there once', async () => {
  await using producer = await startProducer(bed, 'catalog')
  let failures = 2
  const { heard } = await startListener(bed, {
    after: async (_tx, fact) => {
      if (fact.data.n === 2 && failures-- > 0) throw new Error('crashed between effect and commit')
    },
  })
  for (const n of [1, 2, 3]) await producer.publish(tx => tell(tx, n))
  await eventually(async () => expect(await heard()).toEqual([1, 2, 3]))
  expect(failures).toBe(-1)
})

test('two listeners of one fact both act on it, in one transaction', async () => {
  await using producer = await startProducer(bed, 'catalog')
  let failures = 1
  const { heard } = await startListener(bed, {
    second: async (tx, fact) => {
      if (failures-- > 0) throw new Error('the second fails after the first wrote')
      await sql`insert into effects (n) values (${fact.data.n + 100})`.execute(tx)
    },
  })
  await producer.publish(tx => tell(tx, 1))
  await eventually(async () => expect(await heard()).toEqual([1, 101]))
})

test('facts of a producer are heard in its order, also by two replicas of a listener and over a restart', async () => {
  await using producer = await startProducer(bed, 'catalog')
  const first = await startListener(bed)
  await startListener(bed)
  const numbers = Array.from({ length: 60 }, (_, n) => n)
  for (const n of numbers) {
    await producer.publish(tx => tell(tx, n))
    if (n === 20) await first.running[Symbol.asyncDispose]()
    if (n === 40) await startListener(bed)
  }
  await eventually(async () => expect(await heardBy(bed)).toHaveLength(numbers.length))
  expect(await heardBy(bed)).toEqual(numbers)
})

test('a listener that stops in the middle of a fact hands it to the next one at once', async () => {
  await using producer = await startProducer(bed, 'catalog')
  let attempts = 0
  const first = await startListener(bed, {
    after: async () => {
      attempts += 1
      throw Object.assign(new Error('away'), { code: '57P01' })
    },
  })
  await producer.publish(tx => tell(tx, 1))
  await expect.poll(() => attempts).toBeGreaterThan(0)
  await first.running[Symbol.asyncDispose]()
  await startListener(bed)
  await eventually(async () => expect(await heardBy(bed)).toEqual([1]))
})

test('a database that is away for a while parks nothing, and what waited comes in order', async () => {
  await using producer = await startProducer(bed, 'catalog')
  const { heard } = await startListener(bed)
  const [row] = await bed.sql<{ role: string }>(`select current_database() || '_lottery' as role`)
  const role = row?.role ?? ''
  await bed.sql(`alter role ${role} nologin`)
  await bed.sql('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [role])
  for (const n of [1, 2, 3]) await producer.publish(tx => tell(tx, n))
  await producer.sent()
  await expect
    .poll(() => bed.sql('select 1 from pg_stat_activity where usename = $1', [role]), { timeout: 1_000 })
    .toEqual([])
  // Longer than the tries a fact gets that cannot be applied.
  await bed.sql('select pg_sleep(2)')
  expect(await heard()).toEqual([])
  await bed.sql(`alter role ${role} login`)
  await eventually(async () => expect(await heard()).toEqual([1, 2, 3]))
  expect(await bed.sql('select reason from lottery.parked_messages')).toEqual([])
})
