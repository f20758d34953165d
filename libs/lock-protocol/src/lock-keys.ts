import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto'

const KEY_BYTES = 32

/**
 * The 32-byte key of one lock, the same at the lock service (from its master secret) and in the lock's own memory. `device`
 * counts what has hung at the door, so that the key of one that was taken down opens nothing of the next.
 */
export function lockKey(master: Uint8Array, lockId: string, device = 1): Buffer {
  return derive(master, numbered(`lock-key/${lockId}`, device))
}

/** The MQTT password of one lock: 256 bits as base64url, never stored by the service that derives it. `serial` counts its passwords. */
export function lockPassword(master: Uint8Array, lockId: string, serial = 1): string {
  return derive(master, numbered(`lock-password/${lockId}`, serial)).toString('base64url')
}

// The first has no number; a lock id holds no `/`, so that no two names meet.
function numbered(name: string, number: number): string {
  return number === 1 ? name : `${name}/${number}`
}

/** The MQTT password of the lock service at its gateways. */
export function cloudPassword(master: Uint8Array): string {
  return derive(master, 'cloud-password').toString('base64url')
}

/** What a gateway keeps of a password; enough for 256 random bits, for which a slow hash adds nothing. */
export function passwordHash(password: string | Uint8Array): string {
  return createHash('sha256').update(password).digest('hex')
}

/** Takes the same time whether or not the hash is right, or there at all. */
export function passwordMatches(password: Uint8Array, hash: string | undefined): boolean {
  const expected = Buffer.from(hash ?? '0'.repeat(64), 'hex')
  const given = createHash('sha256').update(password).digest()
  return timingSafeEqual(given, expected) && hash !== undefined
}

/** One purpose, one key: the envelope and the keyed hash must not share the lock's key itself. */
export function subkey(key: Uint8Array, purpose: 'seal' | 'hash'): Buffer {
  return derive(key, `lock/${purpose}`)
}

function derive(secret: Uint8Array, info: string): Buffer {
  if (secret.length < KEY_BYTES) throw new Error('a lock secret has at least 32 bytes')
  return Buffer.from(hkdfSync('sha256', secret, 'asaichi/lock/v1', info, KEY_BYTES))
}
