import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Desired, LockEvent } from '@asaichi/contract/lock/topics.ts'
import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'
import { Journal } from '@asaichi/lock-protocol/journal.ts'
import type { z } from 'zod'
import { KeptClock } from './lock-clock.ts'

const EVENTS_MAX = 1_000

/** The lock's own memory: the set it applied (codes stay sealed), its clock, and the events nobody has taken yet. */
export type LockStore = {
  readonly desired: () => Promise<Desired | undefined>
  readonly keepDesired: (desired: Desired) => Promise<void>
  readonly clock: () => Promise<KeptClock | undefined>
  readonly keepClock: (clock: KeptClock) => Promise<void>
  readonly events: Journal<LockEvent>
  readonly wipe: () => Promise<void>
} & AsyncDisposable

export async function openLockStore(dataDir: string): Promise<LockStore> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const desiredPath = join(dataDir, 'desired.json')
  const clockPath = join(dataDir, 'clock.json')
  const events = await Journal.open({
    path: join(dataDir, 'events.jsonl'),
    schema: LockEvent,
    entriesMax: EVENTS_MAX,
  })
  return {
    desired: () => readIfUsable(desiredPath, Desired),
    keepDesired: desired => writeAtomically(desiredPath, JSON.stringify(desired)),
    clock: () => readIfUsable(clockPath, KeptClock),
    keepClock: clock => writeAtomically(clockPath, JSON.stringify(clock)),
    events,
    async wipe() {
      await rm(desiredPath, { force: true })
      await rm(clockPath, { force: true })
      await events.clear()
    },
    [Symbol.asyncDispose]: () => events[Symbol.asyncDispose](),
  }
}

// A lock with a damaged memory starts empty and asks its gateway, as after a factory reset.
async function readIfUsable<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S> | undefined> {
  try {
    return schema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data
  } catch {
    return undefined
  }
}
