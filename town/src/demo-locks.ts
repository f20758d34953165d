import path from 'node:path'
import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'
import { cloudPassword, lockKey, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { inokashiraTobu } from './demo/mitaka.ts'
import { zigbeeAddressOf, zwaveNodeOf } from './simulated-locks/addresses.ts'
import type { LockFamily, RadioFamily } from './simulated-locks/families.ts'
import type { PortName } from './town-ports.ts'

const KEYPADS = ['KEYPAD_1', 'KEYPAD_2', 'KEYPAD_3'] as const satisfies readonly PortName[]

export const DEMO_SITE = inokashiraTobu.venueId
/** The doors of the demo that have a lock, each with the port of its keypad. */
export const DEMO_LOCKS = inokashiraTobu.doors.map(({ lockId, name, translations }, index) => {
  const port = KEYPADS[index]
  if (port === undefined) throw new Error(`No port is kept for the keypad of ${lockId}`)
  return { lockId, name, translations, site: DEMO_SITE, port, health: `HEALTH_${port}` as const }
})

/** What one virtual lock keeps of the master key, which the lock service is told. */
export function lockCredentials(lockMaster: string, lockId: string) {
  const master = Buffer.from(lockMaster, 'hex')
  return { LOCK_KEY: lockKey(master, lockId).toString('hex'), MQTT_PASSWORD: lockPassword(master, lockId) }
}

/** What the site's gateway is told: its locks, and only hashes of the passwords. */
export async function gatewayCredentials(dir: string, lockMaster: string) {
  const master = Buffer.from(lockMaster, 'hex')
  const devices = DEMO_LOCKS.map(({ lockId, site }) => ({
    lockId,
    site,
    passwordHash: passwordHash(lockPassword(master, lockId)),
  }))
  const devicesFile = path.join(dir, 'devices.json')
  await writeAtomically(devicesFile, JSON.stringify(devices, undefined, 2))
  return { DEVICES_FILE: devicesFile, CLOUD_PASSWORD_HASH: passwordHash(cloudPassword(master)) }
}

/** Where a bridge finds its locks. */
export function bridgeLocksFile(dir: string, family: RadioFamily): string {
  return path.join(dir, `locks-${family}.json`)
}

/** What an installer writes of each lock: who it is at the gateway, and where in its network. */
export async function writeBridgeLocks(dir: string, lockMaster: string, family: LockFamily): Promise<void> {
  if (family === 'virtual') return
  const locks = DEMO_LOCKS.map(({ lockId }, door) => {
    const { LOCK_KEY: keyHex, MQTT_PASSWORD: password } = lockCredentials(lockMaster, lockId)
    const place = family === 'zwave' ? { node: zwaveNodeOf(door) } : { ieee: zigbeeAddressOf(door) }
    return { lockId, password, keyHex, ...place }
  })
  await writeAtomically(bridgeLocksFile(dir, family), JSON.stringify(locks, undefined, 2))
}
