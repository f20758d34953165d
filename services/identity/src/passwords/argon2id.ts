import { argon2Sync, randomBytes, timingSafeEqual } from 'node:crypto'

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const SALT_BYTES = 16
const TAG_BYTES = 32
const VERSION = 19

/** Answers a PHC string. Blocks its thread for some 35 ms, so only the worker calls it. */
export function hashPassword(password: string): string {
  const salt = randomBytes(SALT_BYTES)
  return encode(COST, salt, digest(password, { cost: COST, salt, tagBytes: TAG_BYTES }))
}

/** Verifies with the parameters the hash was made with, so that they can be raised later. */
export function verifyPassword(password: string, phc: string): boolean {
  const { cost, salt, tag } = decode(phc)
  return timingSafeEqual(digest(password, { cost, salt, tagBytes: tag.byteLength }), tag)
}

// One password typed on two devices can arrive composed or decomposed.
function digest(
  password: string,
  using: { readonly cost: Cost; readonly salt: Buffer; readonly tagBytes: number },
): Buffer {
  return argon2Sync('argon2id', {
    message: password.normalize('NFC'),
    nonce: using.salt,
    tagLength: using.tagBytes,
    ...using.cost,
  })
}

function encode(cost: Cost, salt: Buffer, tag: Buffer): string {
  const parameters = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`
  return `$argon2id$v=${VERSION}$${parameters}$${base64(salt)}$${base64(tag)}`
}

function decode(phc: string): { readonly cost: Cost; readonly salt: Buffer; readonly tag: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(phc)
  if (!match) throw new Error('not an argon2id PHC string')
  const [, memory, passes, parallelism, salt = '', tag = ''] = match
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

// PHC strings carry base64 without padding.
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
