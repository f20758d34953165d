import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical } from './canonical.ts'

// Not node:crypto: the same code checks a bundle on a page.
export { bytesToHex, hexToBytes, utf8ToBytes }

/** SHA-256 of the parts one after the other. */
export function hashOf(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = sha256.create()
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** SHA-256 (hex) of a value's canonical JSON. */
export function digestOf(value: unknown): string {
  return bytesToHex(hashOf(utf8ToBytes(canonical(value))))
}
