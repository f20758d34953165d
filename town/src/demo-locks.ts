import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { cloudPassword, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'

/** The doors of the demo that have a lock; `site` is the venue's id, `lockId` the door's. */
export const DEMO_LOCKS = [
  { lockId: 'inokashira-tobu-entrance', site: 'inokashira-tobu', name: '玄関', port: 'KEYPAD_1' },
  { lockId: 'inokashira-tobu-room-1', site: 'inokashira-tobu', name: '1階洋室', port: 'KEYPAD_2' },
  { lockId: 'inokashira-tobu-room-2', site: 'inokashira-tobu', name: '2階和室', port: 'KEYPAD_3' },
] as const

/** What the site's gateway is told: its locks, and hashes of the passwords that both sides derive from the secret. */
export async function gatewayCredentials({
  dir,
  secretKey,
}: {
  readonly dir: string
  readonly secretKey: string
}) {
  const master = Buffer.from(secretKey, 'hex')
  const devices = DEMO_LOCKS.map(({ lockId, site }) => ({
    lockId,
    site,
    passwordHash: passwordHash(lockPassword(master, lockId)),
  }))
  const devicesFile = path.join(dir, 'devices.json')
  await writeFile(devicesFile, JSON.stringify(devices, undefined, 2))
  return { DEVICES_FILE: devicesFile, CLOUD_PASSWORD_HASH: passwordHash(cloudPassword(master)) }
}
