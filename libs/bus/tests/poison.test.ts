import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { envelope, heardBy, publishRaw, startListener } from './listener.ts'

const MORTAL = new URL('./fixtures/mortal-listener.ts', import.meta.url).pathname
const MOST_LIVES = 10

let bed: Bed
beforeEach(async () => {
  bed = await startBed()
})
afterEach(() => bed[Symbol.asyncDispose]())

test('F15, P2: a fact that kills its listener three times is parked, and those behind it are applied', async () => {
  await publishRaw(bed, envelope(1))
  await publishRaw(bed, envelope(13))
  await publishRaw(bed, envelope(2))
  const deaths = await liveAgainAndAgain(async () => (await heardBy(bed)).includes(2))
  // The bus may take a delivery back whose receiver was gone already; such a death is not counted by it.
  expect(deaths).toBeGreaterThanOrEqual(3)
  expect(await heardBy(bed)).toEqual([1, 2])
  expect(await parkedHere()).toEqual(['never finished'])
})

test('F15, P2: a fact that stops the event loop of its listener is parked as well', async () => {
  await publishRaw(bed, envelope(14))
  await publishRaw(bed, envelope(2))
  // Killed as the supervisor kills a process without a beat.
  const deaths = await liveAgainAndAgain(async () => (await heardBy(bed)).includes(2))
  // The bus may take a delivery back whose receiver was gone already; such a death is not counted by it.
  expect(deaths).toBeGreaterThanOrEqual(3)
  expect(await heardBy(bed)).toEqual([2])
  expect(await parkedHere()).toEqual(['never finished'])
})

test('F15: what a good fact failed before it was applied is forgotten', async () => {
  let failures = 2
  await startListener(bed, {
    after: async () => {
      if (failures-- > 0) throw new Error('not yet')
    },
  })
  await publishRaw(bed, envelope(1))
  await eventually(async () => expect(await heardBy(bed)).toEqual([1]))
  await eventually(async () => expect(await bed.sql('select 1 from lottery.failed_tries')).toEqual([]))
})

/**
 * Starts the process each time it has ended, until `done`; answers how often it was killed. A start that a loaded machine
 * fails ends otherwise, and is made again.
 */
async function liveAgainAndAgain(done: () => Promise<boolean>): Promise<number> {
  let deaths = 0
  for (let lives = 0; lives < MOST_LIVES; lives += 1) {
    const { DATABASE_URL, MIGRATE_URL, NATS_URL, NATS_SEED } = bed.config('lottery')
    const child = spawn(process.execPath, [MORTAL], {
      env: { ...process.env, DATABASE_URL, MIGRATE_URL, NATS_URL, NATS_SEED },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    child.stdout.once('data', () => child.kill('SIGKILL'))
    const ended = once(child, 'exit').then(([, signal]) => (signal === 'SIGKILL' ? 'killed' : 'failed'))
    const finished = eventually(async () => expect(await done()).toBe(true)).then(() => 'done' as const)
    finished.catch(() => undefined)
    const end = await Promise.race([ended, finished])
    if (end === 'done') return deaths
    if (end === 'killed') deaths += 1
  }
  throw new Error(`still dying after ${MOST_LIVES} lives`)
}

/** Why each of the parked messages was parked. */
async function parkedHere(): Promise<readonly string[]> {
  const rows = await bed.sql<{ reason: string }>('select reason from lottery.parked_messages')
  return rows.map(row => row.reason)
}
