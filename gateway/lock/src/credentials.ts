import { passwordMatches } from '@asaichi/lock-protocol/lock-keys.ts'
import type { Identity } from './access.ts'
import type { Claim } from './broker.ts'
import type { Device, Devices } from './devices.ts'

const CLOUD = 'cloud'
// Several copies of the lock service may be connected at once, each under its own id.
const CLOUD_CLIENT_ID = /^cloud(-[A-Za-z0-9_-]{1,64})?$/

/** Whom a claim belongs to. The client id comes from the credential: with any other id a lock could end another's session. */
export function identify(
  { clientId, username, password }: Claim,
  { devices, cloudPasswordHash }: { readonly devices: Devices; readonly cloudPasswordHash: string },
): Identity | undefined {
  if (username === CLOUD) {
    const isCloud = passwordMatches(password, cloudPasswordHash)
    return isCloud && CLOUD_CLIENT_ID.test(clientId) ? { role: 'cloud' } : undefined
  }
  const device = devices.find(username)
  // Each is compared, whether or not it is there: how long it takes says nothing.
  const [passwordHash] = hashesOf(device).filter(hash => passwordMatches(password, hash))
  if (!device || passwordHash === undefined || clientId !== device.lock) return undefined
  return { role: 'lock', site: device.site, lock: device.lock, passwordHash }
}

/** The password in force, and while both are good the one before. */
function hashesOf(device: Device | undefined): readonly (string | undefined)[] {
  return [device?.passwordHash ?? undefined, device?.formerHash]
}

/** Whether a connection's credential is still the one on file. */
export function isStillWelcome(identity: Identity, devices: Devices): boolean {
  if (identity.role === 'cloud') return true
  const device = devices.find(identity.lock)
  return device?.site === identity.site && hashesOf(device).includes(identity.passwordHash)
}
