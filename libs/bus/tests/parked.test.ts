import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { done } from '@asaichi/contract/define.ts'
import { ALL_SERVICES, listParkedOf, replayParkedOf } from '@asaichi/contract/town/town.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import type { BusEnv } from '@asaichi/service/env.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { envelope, heardBy, publishRaw, startListener } from './listener.ts'

const COMMAND = new URL('../../../town/src/parked.ts', import.meta.url).pathname
const POISON = 13
const LARGE = 600_000

let bed: Bed
let cured = false
beforeAll(async () => {
  bed = await startBed()
  await startAll()
})
afterAll(() => bed[Symbol.asyncDispose]())
beforeEach(async () => {
  cured = false
  await bed.sql('delete from lottery.parked_messages')
  await bed.sql('delete from lottery.effects')
})

test.each([
  ['bad JSON', '{"id":', 'not readable as this event'],
  ['bytes that are no UTF-8', Uint8Array.of(0xff, 0x00), 'not readable as this event'],
  ['nothing at all', '', 'not readable as this event'],
  ['an envelope without id', { ...envelope(1), id: undefined }, 'not readable as this event'],
  ['data that does not fit', { ...envelope(1), data: { n: '1' } }, 'not readable as this event'],
  ['a body above 512 KiB', JSON.stringify({ ...envelope(1), pad: 'x'.repeat(LARGE) }), 'larger than'],
])('F15: %s is parked at once, and what comes behind is heard', async (_what, body, reason) => {
  await publishRaw(bed, body)
  await publishRaw(bed, envelope(2))
  await eventually(async () => expect(await heardBy(bed)).toEqual([2]))
  expect(await parked()).toMatchObject([{ subject: 'catalog.event.number-told.v1' }])
  expect((await parked())[0]?.reason).toContain(reason)
})

test('F15: an unknown version of a known event is parked, an event nobody here listens to is not', async () => {
  await publishRaw(bed, envelope(1), 'catalog.event.number-told.v2')
  await publishRaw(bed, envelope(1), 'catalog.event.other-told.v1')
  await publishRaw(bed, envelope(2))
  await eventually(async () => expect(await heardBy(bed)).toEqual([2]))
  expect(await parked()).toMatchObject([
    { subject: 'catalog.event.number-told.v2', reason: 'unknown version' },
  ])
})

test('F15: what no handler can take is parked after a few tries, and the others go on', async () => {
  await publishRaw(bed, envelope(POISON))
  await publishRaw(bed, envelope(2))
  await eventually(async () => expect(await heardBy(bed)).toEqual([2]))
  expect(await parked()).toMatchObject([{ reason: 'PoisonError', bytes: expect.any(Number) }])
})

test('a parked message has its effect when it is replayed after the cure, once', async () => {
  const twice = envelope(POISON)
  await publishRaw(bed, twice)
  await publishRaw(bed, twice)
  await publishRaw(bed, '{')
  await eventually(async () => expect(await parked()).toHaveLength(3))
  expect(await bed.call(replayParkedOf('lottery'), {})).toEqual(replayed(0, 3))
  cured = true
  expect(await bed.call(replayParkedOf('lottery'), {})).toEqual(replayed(2, 1))
  expect(await heardBy(bed)).toEqual([POISON])
  expect(await parked()).toHaveLength(1)
})

test('one message is replayed by its id, and an id that is not parked changes nothing', async () => {
  await publishRaw(bed, envelope(POISON))
  await publishRaw(bed, '{')
  await eventually(async () => expect(await parked()).toHaveLength(2))
  cured = true
  const [poison, rubbish] = await parked()
  expect(await bed.call(replayParkedOf('lottery'), { id: randomUUID() })).toEqual(replayed(0, 0))
  expect(await bed.call(replayParkedOf('lottery'), { id: rubbish?.id })).toEqual(replayed(0, 1))
  expect(await bed.call(replayParkedOf('lottery'), { id: poison?.id })).toEqual(replayed(1, 0))
  expect(await parked()).toEqual([rubbish])
})

test('npm run parked lists what is parked at every service, and replays it', async () => {
  await publishRaw(bed, envelope(POISON))
  await eventually(async () => expect(await parked()).toHaveLength(1))
  const [message] = await parked()
  const line = `lottery  ${message?.id}  catalog.event.number-told.v1  PoisonError  ${message?.parkedAt}\n`
  expect(await command([])).toEqual({ code: 0, stdout: line, stderr: '' })
  cured = true
  const answer = await command(['--replay', message?.id ?? ''])
  expect(answer).toMatchObject({ code: 0, stderr: '' })
  expect(answer.stdout.split('\n')).toContain('lottery  replayed 1  still parked 0')
  expect(await heardBy(bed)).toEqual([POISON])
})

test('npm run parked says in one line that no town is there, or how it is used', async () => {
  const url = `nats://127.0.0.1:${await freePort()}`
  expect(await command([], { NATS_URL: url })).toEqual({
    code: 1,
    stdout: '',
    stderr: `No town answers at ${url}: start it with npm start, or set NATS_URL and NATS_SEED.\n`,
  })
  const wrong = [['--nonsense'], ['an-id'], ['--replay', 'no-id']]
  for (const answer of await Promise.all(wrong.map(args => command(args))))
    expect(answer).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Usage: .+\n$/) })
})

class PoisonError extends Error {
  override name = 'PoisonError'
}

/** The command asks every service: the neighbours here have nothing parked, and ours cannot take the poison. */
async function startAll(): Promise<void> {
  for (const service of ALL_SERVICES.filter(each => each !== 'lottery')) {
    bed.serve(listParkedOf(service), () => done({ items: [] }))
    bed.serve(replayParkedOf(service), () => done({ replayed: 0, stillParked: 0 }))
  }
  await startListener(bed, {
    keep: true,
    after: async (_tx, fact) => {
      if (fact.data.n === POISON && !cured) throw new PoisonError('not this one')
    },
  })
}

async function parked() {
  const outcome = await bed.call(listParkedOf('lottery'), {})
  return outcome.ok ? outcome.value.items : []
}

function replayed(count: number, stillParked: number) {
  return { ok: true, value: { replayed: count, stillParked } }
}

type Answer = { readonly code: number; readonly stdout: string; readonly stderr: string }

async function command(args: readonly string[], other: Partial<BusEnv> = {}): Promise<Answer> {
  const env = { PATH: process.env['PATH'], ...bed.nats.envOf('operator'), ...other }
  return promisify(execFile)(process.execPath, [COMMAND, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}
