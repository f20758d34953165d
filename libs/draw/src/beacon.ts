import type { BeaconChain } from '@asaichi/contract/lottery/draw-bundle.ts'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { bytesToHex, hashOf, hexToBytes } from './hash.ts'

/** drand's quicknet, run by the League of Entropy: a round every 3 seconds, which nobody can know before its time. */
export const QUICKNET: BeaconChain = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesis: 1_692_803_367,
  period: 3,
}

const { shortSignatures } = bls12_381
// RFC 9380 and drand's scheme bls-unchained-g1-rfc9380.
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'

type Clock = Pick<BeaconChain, 'genesis' | 'period'>

/** The first round that comes at or after the instant; round 1 is at the genesis. */
export function roundAt({ genesis, period }: Clock, instant: string): number {
  return Math.max(1, Math.ceil((Date.parse(instant) / 1000 - genesis) / period) + 1)
}

/** The instant at which a round becomes known. */
export function timeOf({ genesis, period }: Clock, round: number): string {
  return new Date((genesis + (round - 1) * period) * 1000).toISOString()
}

/** Whether the signature (hex, G1) is the holder's of this public key (hex, G2) for this round. There is exactly one per round. */
export function isSigned(round: number, signature: string, publicKey: string): boolean {
  try {
    return shortSignatures.verify(hexToBytes(signature), roundPoint(round), hexToBytes(publicKey))
  } catch {
    return false // not a point of the curve's group
  }
}

/** What drand publishes as the round's randomness: SHA-256 of the signature, hex. */
export function randomnessOf(signature: string): string {
  return bytesToHex(hashOf(hexToBytes(signature)))
}

/** The point of G1 that is signed for a round. */
export function roundPoint(round: number): ReturnType<typeof shortSignatures.hash> {
  const message = new DataView(new ArrayBuffer(8))
  message.setBigUint64(0, BigInt(round))
  return shortSignatures.hash(hashOf(new Uint8Array(message.buffer)), DOMAIN)
}
