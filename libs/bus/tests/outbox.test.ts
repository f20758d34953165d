import { event } from '@asaichi/contract/define.ts'
import { replayOutboxOf } from '@asaichi/contract/town/town.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { emit, emitAll } from '../src/emit.ts'
import { numberTold, tell } from './listener.ts'

const wordsTold = event('catalog.event.words-told.v1', z.object({ words: z.string() }))

const bed = await forThisFile(startBed())
const producer = await forThisFile(startProducer(bed, 'catalog'))
beforeEach(() => void bed.facts.all.splice(0))

const told = () => bed.facts.of(numberTold).map(({ n }) => n)

test('E5: transactions that commit out of the order of their rows lose no fact', async () => {
  const WRITERS = 16
  const EACH = 20
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let k = 0; k < EACH; k++)
        await producer.publish(async tx => {
          await tell(tx, writer * EACH + k)
          // The row has its place now; the commit comes when others have overtaken it.
          await sql`select pg_sleep(${((writer * 7 + k * 3) % 10) / 1000})`.execute(tx)
        })
    }),
  )
  await producer.sent()
  await eventually(() => expect(told()).toHaveLength(WRITERS * EACH))
  expect(told().toSorted((a, b) => a - b)).toEqual(Array.from({ length: WRITERS * EACH }, (_, n) => n))
})

test('a fact of a transaction that is rolled back is never told', async () => {
  const undone = producer.publish(async tx => {
    await tell(tx, 1)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await producer.publish(tx => tell(tx, 2))
  await bed.facts.waitFor(numberTold, ({ n }) => n === 2)
  expect(told()).toEqual([2])
})

test('facts of one transaction come in their order, also more than a batch of them', async () => {
  const numbers = Array.from({ length: 450 }, (_, n) => n)
  await producer.publish(tx =>
    emitAll(
      tx,
      numbers.map(n => ({ event: numberTold, aggregateId: 'numbers', version: n, data: { n } })),
    ),
  )
  await eventually(() => expect(told()).toHaveLength(numbers.length))
  expect(told()).toEqual(numbers)
})

test('two replicas that relay one outbox keep its order and tell each fact once', async () => {
  await using replica = await startProducer(bed, 'catalog')
  const numbers = Array.from({ length: 300 }, (_, n) => n)
  for (const n of numbers) await (n % 2 === 0 ? producer : replica).publish(tx => tell(tx, n))
  await producer.sent()
  await eventually(() => expect(told()).toHaveLength(numbers.length))
  expect(told()).toEqual(numbers)
})

test('a fact is told soon after its commit, by NOTIFY and not by the poll', async () => {
  await producer.sent()
  let n = 0
  // By the poll, three facts one after another would take more than its second at every try.
  await eventually(async () => {
    const from = performance.now()
    for (let nr = 0; nr < 3; nr++) {
      const told = ++n
      await producer.publish(tx => tell(tx, told))
      await bed.facts.waitFor(numberTold, each => each.n === told)
    }
    expect(performance.now() - from).toBeLessThan(1_000)
  })
})

test('F15: a fact too large for the bus is refused with its transaction, and stops none behind it', async () => {
  const large = producer.publish(tx =>
    emit(tx, wordsTold, { aggregateId: 'w', version: 1, data: { words: '朝'.repeat(180_000) } }),
  )
  await expect(large).rejects.toThrow('catalog.event.words-told.v1 is larger than an event may be')
  await producer.publish(tx => tell(tx, 1))
  await bed.facts.waitFor(numberTold)
  expect(bed.facts.of(wordsTold)).toEqual([])
})

test('a fact that does not fit its event is refused with its transaction', async () => {
  await expect(producer.publish(tx => tell(tx, 0.5))).rejects.toThrow()
})

test('a replay tells again what was told since then, and no more', async () => {
  await producer.publish(tx => tell(tx, 1))
  await producer.sent()
  const [row] = await bed.sql<{ now: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  )
  await bed.sql('select pg_sleep(0.002)')
  await producer.publish(tx => tell(tx, 2))
  await producer.sent()
  expect(await bed.call(replayOutboxOf('catalog'), { since: row?.now ?? '' })).toEqual({
    ok: true,
    value: { events: 1 },
  })
  await eventually(() => expect(told()).toEqual([1, 2, 2]))
})
