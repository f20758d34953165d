import { createHash, createHmac, hkdfSync } from 'node:crypto'
import type { Day } from './store/days.ts'

/** Of a day's opening pool: the seed (32 bytes in hex) that orders it. */
export type PoolSeeds = (day: Day) => string

/**
 * G6: seeds are derived and stored nowhere until their pool is decided, so every replica knows the same one, its hash can be
 * published at any time before, and no reader of the database can foretell an order. `secretKey`: 32 bytes in hex.
 */
export function createPoolSeeds(secretKey: string): PoolSeeds {
  const key = Buffer.from(
    hkdfSync('sha256', Buffer.from(secretKey, 'hex'), '', 'asaichi opening pool v1', 32),
  )
  return ({ venueId, date }) => createHmac('sha256', key).update(`${venueId} ${date}`).digest('hex')
}

/** What is published of a seed before it is used: SHA-256 of its bytes, hex. */
export function commitmentTo(seed: string): string {
  return createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex')
}
