import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { townKeys } from '@asaichi/city/town-keys.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { lockKey, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { createLog } from '@asaichi/service/log.ts'
import { DEMO_LOCKS } from '@asaichi/town/demo-locks.ts'
import { startVirtualLock, type VirtualLock } from '@asaichi/town/virtual-lock/virtual-lock.ts'
import { eventually } from './eventually.ts'

export type LockLoad = {
  readonly locks: number
  /** Online and with a clock the gateway told it. */
  readonly inStep: () => number
} & AsyncDisposable

const SYNC_MS = 5_000

/** The devices a gateway must know before the locks of these venues knock: a virtual lock that was turned away once stays away. */
export async function writeDevices(dir: string, venues: readonly Venue[]): Promise<string> {
  const master = await masterOf(dir)
  const devices = [...DEMO_LOCKS, ...doorsOf(venues)].map(({ lockId, site }) => ({
    lockId,
    site,
    passwordHash: passwordHash(lockPassword(master, lockId)),
  }))
  const file = path.join(dir, 'rush-devices.json')
  await writeFile(file, JSON.stringify(devices))
  return file
}

/** Every door of the venues as a virtual lock that asks for its set and the time every five seconds, through MQTT as a real one does. */
export async function startLockLoad(
  { dir, mqttUrl }: { readonly dir: string; readonly mqttUrl: string },
  venues: readonly Venue[],
): Promise<LockLoad> {
  const master = await masterOf(dir)
  const doors = doorsOf(venues)
  await using opened = new AsyncDisposableStack()
  const log = createLog('locks', 'silent')
  const locks: VirtualLock[] = []
  for (const { lockId, site } of doors) {
    const secrets = { key: lockKey(master, lockId), password: lockPassword(master, lockId) }
    const dataDir = path.join(dir, 'rush-locks', lockId)
    const lock = await startVirtualLock({ lockId, site, mqttUrl, ...secrets, dataDir, log, syncMs: SYNC_MS })
    locks.push(opened.use(lock))
  }
  const inStep = () => locks.filter(isInStep).length
  await eventually(`${doors.length} locks are online`, async () => inStep() === doors.length || undefined)
  const held = opened.move()
  return { locks: doors.length, inStep, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

async function masterOf(dir: string): Promise<Buffer> {
  return Buffer.from((await townKeys(dir)).lockMaster, 'hex')
}

function doorsOf(venues: readonly Venue[]): readonly { readonly lockId: string; readonly site: string }[] {
  return venues.flatMap(({ venueId, doors }) => doors.map(({ lockId }) => ({ lockId, site: venueId })))
}

function isInStep(lock: VirtualLock): boolean {
  const { online, clock } = lock.state()
  return online && clock.quality === 'known'
}
