import type { BeaconChain, DrawBeacon } from '@asaichi/contract/lottery/draw-bundle.ts'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { randomnessOf, roundPoint } from './beacon.ts'
import { bytesToHex, hashOf, utf8ToBytes } from './hash.ts'

/** A beacon with a key of its own, for demo and tests: whoever holds the key knows every round beforehand, and bundles say so. */
export type TestBeacon = {
  readonly chain: BeaconChain
  readonly sign: (round: number) => Extract<DrawBeacon, { kind: 'drand' }>
}

/** The key follows from the name, so a test town can restart. `genesis` in seconds of Unix time, `period` in seconds. */
export function testBeacon(
  name: string,
  clock: { readonly genesis: number; readonly period: number },
): TestBeacon {
  const { shortSignatures, fields } = bls12_381
  const secretKey = fields.Fr.toBytes(fields.Fr.create(BigInt(`0x${hashName(`key ${name}`)}`)))
  const publicKey = shortSignatures.getPublicKey(secretKey).toHex()
  return {
    chain: { hash: hashName(`chain ${name}`), publicKey, ...clock },
    sign: round => {
      const signature = shortSignatures.sign(roundPoint(round), secretKey).toHex()
      return { kind: 'drand', round, signature, randomness: randomnessOf(signature) }
    },
  }
}

function hashName(name: string): string {
  return bytesToHex(hashOf(utf8ToBytes(`asaichi test beacon ${name}`)))
}
