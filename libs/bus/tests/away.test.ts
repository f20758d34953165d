import { progressOf } from '@asaichi/contract/town/town.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { expect, test } from 'vitest'
import { connectAsking } from '../src/bus.ts'
import { CallFault } from '../src/call.ts'
import { startListener, tell } from './listener.ts'

const bed = forEachTest(() => startBed())
const producer = forEachTest(() => startProducer(bed, 'catalog'))

test('a process that finds no NATS at its start waits for it, and is not ready while it is away', async () => {
  await bed.nats.stop()
  const log = createLog('test', 'silent')
  const opening = connectAsking({
    nats: bed.nats.envOf('beacon'),
    party: 'beacon',
    clock: createClock('real'),
    log,
  })
  await producer.publish(tx => tell(tx, 1))
  await bed.nats.start()
  await using bus = await opening
  expect(bus.isConnected()).toBe(true)
  const { running, heard } = await startListener(bed)
  await eventually(async () => expect(await heard()).toEqual([1]))
  expect(await running.isReady()).toBe(true)
  await bed.nats.stop({ kill: true })
  await eventually(async () => expect([bus.isConnected(), await running.isReady()]).toEqual([false, false]))
  await expect(bus.call(progressOf('lottery'), {})).rejects.toEqual(
    new CallFault('unavailable', 'lottery.call.progress.v1'),
  )
  await bed.nats.start()
  await eventually(async () => expect([bus.isConnected(), await running.isReady()]).toEqual([true, true]))
})

test('a service stops while NATS is away, and waits for nobody', async () => {
  const { running } = await startListener(bed)
  await producer.publish(tx => tell(tx, 1))
  await bed.nats.stop({ kill: true })
  await producer.publish(tx => tell(tx, 2))
  await Promise.all([running, producer].map(each => each[Symbol.asyncDispose]()))
  await bed.nats.start()
})
