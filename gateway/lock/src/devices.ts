import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Credential, DeviceLockId, type LockAddress, SiteId } from '@asaichi/contract/lock/topics.ts'
import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'
import type { Log } from '@asaichi/service/log.ts'
import { z } from 'zod'
import { createTurns } from './turns.ts'

const CHECK_MS = 500
const TOLD_MAX = 2_000

const DevicesFile = z.array(Credential.extend({ lockId: DeviceLockId, site: SiteId }))
export type Device = LockAddress & Credential

/** The locks this gateway knows, by lock id: as the devices file says now, or as the lock service has told, whichever is newer. */
export type Devices = {
  readonly find: (lockId: string) => Device | undefined
  readonly all: () => readonly Device[]
  readonly sites: () => readonly string[]
  /** A lock of a new door, or another password; resolves once it survives a crash. One with a lower number is passed over. */
  readonly tell: (device: Device) => Promise<void>
  /** Called after every change. */
  readonly onChange: (listener: () => void) => void
} & Disposable

type DevicesSetting = { readonly path: string; readonly dataDir: string; readonly log: Log }

/** Reads the devices file and follows its changes; a broken file changes nothing, so that no lock is thrown out by a typing error. */
export async function openDevices({ path, dataDir, log }: DevicesSetting): Promise<Devices> {
  const toldPath = join(dataDir, 'devices.json')
  let told = await readIfThere(toldPath)
  let filed = await readDevices(path)
  let version = await versionOf(path)
  const find = (lockId: string) => newer(filed.get(lockId), told.get(lockId))
  const all = () => [...new Set([...told.keys(), ...filed.keys()])].flatMap(lockId => find(lockId) ?? [])
  const listeners: (() => void)[] = []
  const inTurn = createTurns()
  const changed = () => {
    for (const listener of listeners) listener()
  }

  async function reload() {
    const found = await versionOf(path)
    if (found === version) return
    filed = await readDevices(path)
    version = found
    changed()
  }
  // Polled, because file events are lost on network and container mounts.
  const timer = setInterval(() => {
    reload().catch((err: unknown) => log.warn({ err }, 'devices file not usable, keeping the last one'))
  }, CHECK_MS)

  return {
    find,
    all,
    sites: () => [...new Set(all().map(device => device.site))],
    tell: device =>
      inTurn('told', async () => {
        const before = told.get(device.lock)
        if (before && (serialOf(before) > serialOf(device) || isDeepStrictEqual(before, device))) return
        if (before === undefined && told.size >= TOLD_MAX)
          return log.warn('too many locks, one more not kept')
        const next = new Map([...told, [device.lock, device]])
        await writeAtomically(toldPath, JSON.stringify([...next.values()].map(rowOf)))
        told = next
        changed()
      }),
    onChange: listener => void listeners.push(listener),
    [Symbol.dispose]: () => clearInterval(timer),
  }
}

/** Of the same number the first. */
function newer(one: Device | undefined, other: Device | undefined): Device | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return serialOf(other) > serialOf(one) ? other : one
}

function serialOf({ serial = 1 }: Device): number {
  return serial
}

function rowOf({ lock, ...device }: Device): z.output<typeof DevicesFile>[number] {
  return { lockId: lock, ...device }
}

async function readIfThere(path: string): Promise<ReadonlyMap<string, Device>> {
  return existsSync(path) ? readDevices(path) : new Map()
}

async function readDevices(path: string): Promise<ReadonlyMap<string, Device>> {
  const devices = DevicesFile.parse(JSON.parse(await readFile(path, 'utf8')))
  return new Map(devices.map(({ lockId, ...device }) => [lockId, { lock: lockId, ...device }]))
}

async function versionOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path)
  return [mtimeMs, size, ino].join()
}
