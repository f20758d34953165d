import { done, request } from '@asaichi/contract/define.ts'
import { progressOf } from '@asaichi/contract/town/town.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { CallFault } from '../src/call.ts'
import { heardBy, startListener, tell } from './listener.ts'

const bed = forEachTest(() => startBed())
const producer = forEachTest(() => startProducer(bed, 'catalog'))

test('E8, F11: a store wiped under load loses no fact and doubles no effect', async () => {
  await startListener(bed)
  const telling = tellAll(range(0, 120))
  await eventually(async () => expect((await heardBy(bed)).length).toBeGreaterThan(10))
  await bed.nats.restart({ wipe: true, kill: true })
  await telling
  await tellAll(range(120, 140))
  await eventually(async () => expect(sorted(await heardBy(bed))).toEqual(range(0, 140)))
})

test('E8: a listener born after the wipe still hears what was told before', async () => {
  await tellAll(range(0, 20))
  await producer.sent()
  await bed.nats.restart({ wipe: true })
  await startListener(bed)
  await eventually(async () => expect(await heardBy(bed)).toEqual(range(0, 20)))
})

test('E7, F10: facts lost by a roll-back come again, also where newer ones have taken their places', async () => {
  const first = await startListener(bed)
  await tellAll(range(0, 20))
  await eventually(async () => expect(await heardBy(bed)).toHaveLength(20))
  await first.running[Symbol.asyncDispose]()
  const rollBack = await bed.nats.snapshot()
  // Acknowledged, and gone with the roll-back before the listener was there to hear them.
  await tellAll(range(20, 30))
  await producer.sent()
  await rollBack()
  await tellAll(range(30, 60))
  await bed.nats.start()
  await startListener(bed)
  await eventually(async () => expect(sorted(await heardBy(bed))).toEqual(range(0, 60)))
})

test('E6: calls and facts go on after NATS was killed while both were flowing', async () => {
  await startListener(bed)
  const telling = tellAll(range(0, 100))
  const asking = Array.from({ length: 40 }, () =>
    bed.call(progressOf('lottery'), {}, { deadlineMs: 2_000 }).then(
      answer => answer.ok,
      () => false,
    ),
  )
  await bed.nats.restart({ kill: true })
  // Each call had an end, answered or not.
  expect(await Promise.all(asking)).toHaveLength(40)
  await telling
  await eventually(async () => expect(await bed.call(progressOf('lottery'), {})).toMatchObject({ ok: true }))
  await eventually(async () => expect(sorted(await heardBy(bed))).toEqual(range(0, 100)))
})

test('P3: a question under way when the connection is lost is unavailable at once, for its answer could not come', async () => {
  const asked = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const slow = request('lottery.call.slow.v1', { input: z.object({}), output: z.object({}), refusals: {} })
  await startListener(bed, {
    attach: ({ bus }) =>
      bus.serve(slow, async () => {
        asked.resolve()
        await released.promise
        return done({})
      }),
  })
  const answer = expect(bed.call(slow, {}, { deadlineMs: 30_000 })).rejects.toEqual(
    new CallFault('unavailable', slow.subject),
  )
  await asked.promise
  const from = performance.now()
  await bed.nats.restart({ kill: true })
  await answer
  expect(performance.now() - from).toBeLessThan(10_000)
  released.resolve()
})

async function tellAll(numbers: readonly number[]): Promise<void> {
  for (const n of numbers) await producer.publish(tx => tell(tx, n))
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function sorted(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b)
}
