import { createUser, fromSeed } from '@nats-io/nkeys'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A new user's secret: NATS is told its public half alone, and the process that is the user the seed. */
export function newSeed(): string {
  return decoder.decode(createUser().getSeed())
}

export function publicKeyOf(seed: string): string {
  return fromSeed(encoder.encode(seed)).getPublicKey()
}
