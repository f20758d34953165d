import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** M9: keeps the secrets of apps: in the database they are only ever sealed, each for its own person. */
export type FactorVault = {
  readonly seal: (secret: Buffer, personId: string) => Buffer
  /** Throws where the seal was made under another key, for another person, or was changed. */
  readonly open: (sealed: Buffer, personId: string) => Buffer
}

/** `secretKey` is 32 bytes in hex; what is made of it here seals and does nothing else. */
export function openFactorVault(secretKey: string): FactorVault {
  const key = Buffer.from(
    hkdfSync('sha256', Buffer.from(secretKey, 'hex'), '', 'asaichi identity second factors v1', 32),
  )
  return {
    seal(secret, personId) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(personId))
      return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, personId) {
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(personId))
        .setAuthTag(sealed.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
    },
  }
}
