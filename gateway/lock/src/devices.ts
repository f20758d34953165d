import { readFile, stat } from 'node:fs/promises'
import { DeviceLockId, type LockAddress, SiteId } from '@asaichi/contract/lock/topics.ts'
import type { Log } from '@asaichi/service/log.ts'
import { z } from 'zod'

const CHECK_MS = 500

const DevicesFile = z.array(
  z.strictObject({
    lockId: DeviceLockId,
    site: SiteId,
    passwordHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
)
export type Device = LockAddress & { readonly passwordHash: string }

/** The locks this gateway knows, by lock id, as the devices file says now. */
export type Devices = {
  readonly find: (lockId: string) => Device | undefined
  readonly all: () => readonly Device[]
  readonly sites: () => readonly string[]
  /** Called after every change of the file. */
  readonly onChange: (listener: () => void) => void
} & Disposable

/** Reads the devices file and follows its changes; a broken file changes nothing, so that no lock is thrown out by a typing error. */
export async function openDevices(path: string, log: Log): Promise<Devices> {
  let devices = await readDevices(path)
  let version = await versionOf(path)
  const listeners: (() => void)[] = []

  async function reload() {
    const found = await versionOf(path)
    if (found === version) return
    devices = await readDevices(path)
    version = found
    for (const listener of listeners) listener()
  }
  // Polled, because file events are lost on network and container mounts.
  const timer = setInterval(() => {
    reload().catch((err: unknown) => log.warn({ err }, 'devices file not usable, keeping the last one'))
  }, CHECK_MS)

  return {
    find: lockId => devices.get(lockId),
    all: () => [...devices.values()],
    sites: () => [...new Set(devices.values().map(device => device.site))],
    onChange: listener => void listeners.push(listener),
    [Symbol.dispose]: () => clearInterval(timer),
  }
}

async function readDevices(path: string): Promise<ReadonlyMap<string, Device>> {
  const devices = DevicesFile.parse(JSON.parse(await readFile(path, 'utf8')))
  return new Map(
    devices.map(({ lockId, site, passwordHash }) => [lockId, { lock: lockId, site, passwordHash }]),
  )
}

async function versionOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path)
  return [mtimeMs, size, ino].join()
}
