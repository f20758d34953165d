import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ORDINARY_MORNING } from '@asaichi/calendar/trial-days.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tell } from '../src/journey/tell.ts'
import { startTown, type Town } from '../src/town.ts'

const MINUTES = 60_000

let dir: string
let town: Town
const lines: string[] = []

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'asaichi-faults-'))
  town = await startTown({ dir, ports: 'free', demo: true, clock: { now: ORDINARY_MORNING } })
}, 2 * MINUTES)
afterAll(async () => {
  await town.stop()
  await rm(dir, { recursive: true, force: true })
}, MINUTES)

/** Plays the journey while `faults` happen, each as the step of its number begins; answers what failed, with the log. */
async function journeyWith(faults: Readonly<Record<number, () => Promise<void> | void>>): Promise<string> {
  lines.length = 0
  const happened: Promise<void>[] = []
  const told = await tell(
    town.urls,
    line => lines.push(line),
    async step => {
      const fault = faults[step]
      if (fault) happened.push(Promise.resolve(fault()))
    },
  )
  await Promise.all(happened)
  if (told.failed !== undefined) return lines.join('\n')
  expect(happened).toHaveLength(Object.keys(faults).length)
  return 'all as the rules say'
}

function kill(name: string): () => void {
  return () => town.supervisor.kill(name, 'SIGKILL')
}

test(
  'Q10: reservation, notification, lock, identity and NATS are killed on the way and the journey still ends right',
  async () => {
    const outcome = await journeyWith({
      2: kill('identity'),
      5: kill('notification'),
      6: kill('nats'),
      8: kill('reservation'),
      12: kill('lock'),
      13: kill('notification'),
      18: kill('reservation'),
    })
    expect(outcome).toBe('all as the rules say')
  },
  4 * MINUTES,
)

test(
  'Q11: JetStream’s folder is wiped on the way and the journey still ends right',
  async () => {
    const wipe = async () => {
      await town.supervisor.stop('nats')
      await rm(path.join(dir, 'nats', 'jetstream'), { recursive: true, force: true })
      await town.supervisor.start('nats')
    }
    expect(await journeyWith({ 4: wipe, 12: wipe, 18: wipe })).toBe('all as the rules say')
  },
  4 * MINUTES,
)
