import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Keeps a round's secrets: in the database they are only ever sealed, so that a reader of it cannot foretell a fallback draw. */
export type Vault = {
  readonly seal: (secret: Buffer, place: string) => Buffer
  /** Throws where the seal was made under another key, for another place, or was changed. */
  readonly open: (sealed: Buffer, place: string) => Buffer
}

/** Keys: 32 bytes in hex; what lies under the one before still opens, until the next draw has used it. `place` names what a secret belongs to, so that a row cannot be given another's. */
export function openVault(secretKey: string, before?: string): Vault {
  const current = underKey(secretKey)
  if (before === undefined) return current
  const former = underKey(before)
  return {
    seal: current.seal,
    open(sealed, place) {
      try {
        return current.open(sealed, place)
      } catch {
        return former.open(sealed, place)
      }
    },
  }
}

function underKey(secretKey: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(secretKey, 'hex'), '', 'asaichi lottery v1', 32))
  return {
    seal(secret, place) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(place))
      return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, place) {
      const tag = sealed.subarray(-TAG_BYTES)
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(place))
        .setAuthTag(tag)
      return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
    },
  }
}

export function newSecret(): Buffer {
  return randomBytes(32)
}

/** A person's pseudonym in one round (hex): nobody without the round's key can tell whose it is, nor follow it to another round. */
export function pseudonyms(key: Buffer): (personId: string) => string {
  return personId => createHmac('sha256', key).update(personId).digest('hex')
}
