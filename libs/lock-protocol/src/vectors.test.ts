import { readFileSync } from 'node:fs'
import { CodeKind, LockWindow } from '@asaichi/contract/lock/topics.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { setDigest } from './digest.ts'
import { keyedHash, openCode, sealWithIv } from './envelope.ts'
import { cloudPassword, lockKey, lockPassword, passwordHash } from './lock-keys.ts'

const Vectors = z.object({
  master: z.string(),
  lockId: z.string(),
  epoch: z.number(),
  lockKey: z.string(),
  lockPassword: z.string(),
  lockPasswordHash: z.string(),
  cloudPassword: z.string(),
  codes: z.array(
    z.object({
      id: z.string(),
      kind: CodeKind,
      windows: z.array(LockWindow),
      digits: z.string(),
      iv: z.string(),
      ct: z.string(),
      keyedHash: z.string(),
    }),
  ),
  digest: z.string(),
  emptySetDigest: z.string(),
})
// A lock maker's implementation must give the same answers; these were computed a second time in another language.
const vectors = Vectors.parse(
  JSON.parse(readFileSync(new URL('../vectors/v1.json', import.meta.url), 'utf8')),
)
const { lockId, epoch } = vectors
const master = Buffer.from(vectors.master, 'hex')
const key = Buffer.from(vectors.lockKey, 'hex')

test('keys and passwords derive from the master secret as published', () => {
  expect(lockKey(master, lockId).toString('hex')).toBe(vectors.lockKey)
  expect(lockPassword(master, lockId)).toBe(vectors.lockPassword)
  expect(passwordHash(vectors.lockPassword)).toBe(vectors.lockPasswordHash)
  expect(cloudPassword(master)).toBe(vectors.cloudPassword)
})

test.each(vectors.codes)(
  'code $id is sealed and hashed as published',
  ({ id, digits, iv, ct, keyedHash: hash }) => {
    const place = { lockId, epoch, codeId: id }
    expect(sealWithIv({ key, place, iv: Buffer.from(iv, 'hex') }, digits)).toBe(ct)
    expect(openCode(key, place, ct)).toBe(digits)
    expect(keyedHash(key, digits)).toBe(hash)
  },
)

test('the set has the published digest', () => {
  const entries = vectors.codes.map(({ id, kind, windows, keyedHash: hash }) => ({ id, kind, windows, hash }))
  expect(setDigest(entries)).toBe(vectors.digest)
  expect(setDigest([])).toBe(vectors.emptySetDigest)
})
