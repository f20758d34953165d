import { CLOCK_SUBJECT, getTownClock, progressOf } from '@asaichi/contract/town/town.ts'
import { type Clock, createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { connect } from '@nats-io/transport-node'
import { expect, onTestFinished, test } from 'vitest'
import { connectAsking } from '../src/bus.ts'
import { credentials } from '../src/link.ts'
import { type Parts, startService } from '../src/start-service.ts'
import { heardBy, startListener, tell } from './listener.ts'

const bed = await forThisFile(startBed())
const producer = await forThisFile(startProducer(bed, 'catalog'))

test('progress: busy while a fact waits to be applied, quiet when it was', async () => {
  const gate = Promise.withResolvers<void>()
  await startListener(bed, { after: () => gate.promise })
  await eventually(async () => expect(await progress()).toEqual({ nextDueAt: null, busy: false }))
  await producer.publish(tx => tell(tx, 1))
  await producer.sent()
  expect(await progress()).toMatchObject({ busy: true })
  gate.resolve()
  await eventually(async () => expect(await progress()).toEqual({ nextDueAt: null, busy: false }))
})

test('progress: names what is due next, and is busy while something is overdue or the service says so', async () => {
  const own = { busy: false }
  const { parts } = await startLock(own)
  const dueAt = '2999-01-01T00:00:00.000Z'
  await schedule(parts.db, { kind: 'unknown', key: 'a', dueAt })
  expect(await progress('lock')).toEqual({ nextDueAt: dueAt, busy: false })
  own.busy = true
  expect(await progress('lock')).toEqual({ nextDueAt: dueAt, busy: true })
  own.busy = false
  await schedule(parts.db, { kind: 'unknown', key: 'b', dueAt: '2000-01-01T00:00:00.000Z' })
  expect(await progress('lock')).toEqual({ nextDueAt: dueAt, busy: true })
})

test('a process learns the town’s time at its start and follows it, over messages that are no time', async () => {
  const held = '2024-11-02T22:00:00.000Z'
  await bed.at(held)
  const clock = await follow()
  expect(clock.now()).toBe(held)
  const connection = await connect(credentials(bed.nats.envOf('tester'), 'tester'))
  onTestFinished(() => connection.close())
  for (const text of ['{', '{"offsetMs":"1","heldAt":null}', '']) connection.publish(CLOCK_SUBJECT, text)
  await connection.flush()
  let moves = 0
  clock.onMove(() => {
    moves += 1
  })
  const later = '2024-11-03T22:00:00.000Z'
  await bed.at(later)
  await eventually(() => expect(clock.now()).toBe(later))
  expect(moves).toBeGreaterThan(0)
})

test('a process with a real clock asks nobody for the time', async () => {
  const asked: string[] = []
  const connection = await connect(credentials(bed.nats.envOf('tester'), 'tester'))
  onTestFinished(() => connection.close())
  connection.subscribe(getTownClock.subject, { callback: () => void asked.push('asked') })
  await connection.flush()
  const clock = await follow('real')
  await connection.flush()
  expect(asked).toEqual([])
  expect(Math.abs(Date.parse(clock.now()) - Date.now())).toBeLessThan(1_000)
})

test('one listen names all facts of a producer', async () => {
  const { parts } = await startLock({ busy: false })
  parts.bus.listen('catalog', [])
  expect(() => parts.bus.listen('catalog', [])).toThrow('One consumer reads catalog')
  expect(await heardBy(bed)).toEqual([1])
})

async function startLock(own: { busy: boolean }): Promise<{ readonly parts: Parts<unknown> }> {
  let parts: Parts<unknown> | undefined
  const running = await bed.start('lock', (config, log) =>
    startService<unknown>({
      service: 'lock',
      config,
      log,
      migrations: { name: 'effects', folder: new URL('./effects/', import.meta.url) },
      dueHandlers: {},
      attach: given => void (parts = given),
      busy: async () => own.busy,
    }),
  )
  onTestFinished(() => running[Symbol.asyncDispose]())
  if (!parts) throw new Error('not attached')
  return { parts }
}

async function progress(service: 'lottery' | 'lock' = 'lottery') {
  const outcome = await bed.call(progressOf(service), {})
  return outcome.ok ? outcome.value : undefined
}

async function follow(kind: 'real' | 'movable' = 'movable'): Promise<Clock> {
  const clock = createClock(kind)
  const log = createLog('test', 'silent')
  const bus = await connectAsking({ nats: bed.nats.envOf('beacon'), party: 'beacon', clock, log })
  onTestFinished(() => bus[Symbol.asyncDispose]())
  return clock
}
