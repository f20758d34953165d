import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { subkey } from './lock-keys.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Where a sealed code belongs; moved to another lock, epoch or code id it no longer opens. */
export type CodePlace = { readonly lockId: string; readonly epoch: number; readonly codeId: string }

/** Seals the digits for one lock: base64url of iv(12) ‖ ciphertext ‖ tag(16), AES-256-GCM. */
export function sealCode(key: Uint8Array, place: CodePlace, digits: string): string {
  const iv = randomBytes(IV_BYTES)
  return sealWithIv({ key, place, iv }, digits)
}

/** For the test vectors; an iv must never seal two codes under one key. */
export function sealWithIv(
  { key, place, iv }: { readonly key: Uint8Array; readonly place: CodePlace; readonly iv: Uint8Array },
  digits: string,
): string {
  const cipher = createCipheriv(CIPHER, subkey(key, 'seal'), iv).setAAD(aadOf(place))
  return Buffer.concat([iv, cipher.update(digits, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  )
}

/** The digits, or undefined when the envelope was made for another place or touched on its way. */
export function openCode(key: Uint8Array, place: CodePlace, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined
  const decipher = createDecipheriv(CIPHER, subkey(key, 'seal'), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(aadOf(place)).setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

/** Compares codes of one lock without showing them: HMAC-SHA256 as hex. */
export function keyedHash(key: Uint8Array, digits: string): string {
  return createHmac('sha256', subkey(key, 'hash')).update(digits).digest('hex')
}

// Ids hold no `|`, so two places never share one text.
function aadOf({ lockId, epoch, codeId }: CodePlace): Buffer {
  return Buffer.from(`${lockId}|${epoch}|${codeId}`)
}
