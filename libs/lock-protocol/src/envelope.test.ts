import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyedHash, openCode, sealCode } from './envelope.ts'
import { lockKey, passwordHash, passwordMatches } from './lock-keys.ts'

const key = lockKey(Buffer.alloc(32, 7), 'hall-entrance')
const otherKey = lockKey(Buffer.alloc(32, 7), 'hall-room-1')
const place = { lockId: 'hall-entrance', epoch: 3, codeId: 'grant-1' }
const digits = fc.stringMatching(/^\d{4,10}$/)

test('a sealed code opens to the same digits, leading zeros included', () => {
  fc.assert(fc.property(digits, code => openCode(key, place, sealCode(key, place, code)) === code))
})

test('an envelope shows neither the digits nor that two codes are equal', () => {
  const [one, two] = [sealCode(key, place, '428173'), sealCode(key, place, '428173')]
  expect(one).not.toBe(two)
  expect(Buffer.from(one, 'base64url').includes('428173')).toBe(false)
})

test.each([
  ['another lock', { ...place, lockId: 'hall-room-1' }],
  ['another epoch', { ...place, epoch: 4 }],
  ['another code id', { ...place, codeId: 'grant-2' }],
])('an envelope moved to %s does not open', (_where, elsewhere) => {
  expect(openCode(key, elsewhere, sealCode(key, place, '428173'))).toBeUndefined()
})

test('an envelope does not open with the key of another lock, nor after any byte changed', () => {
  const sealed = Buffer.from(sealCode(key, place, '428173'), 'base64url')
  expect(openCode(otherKey, place, sealed.toString('base64url'))).toBeUndefined()
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const touched = Buffer.from(sealed)
      touched.writeUInt8(touched.readUInt8(at) ^ change, at)
      expect(openCode(key, place, touched.toString('base64url'))).toBeUndefined()
    }),
  )
  expect(openCode(key, place, 'AAAA')).toBeUndefined()
})

test('the keyed hash of a code differs from lock to lock', () => {
  expect(keyedHash(key, '428173')).toBe(keyedHash(key, '428173'))
  expect(keyedHash(key, '428173')).not.toBe(keyedHash(otherKey, '428173'))
})

test('a password matches its own hash only, and none where there is no hash', () => {
  expect(passwordMatches(Buffer.from('right'), passwordHash('right'))).toBe(true)
  expect(passwordMatches(Buffer.from('wrong'), passwordHash('right'))).toBe(false)
  expect(passwordMatches(Buffer.from('right'), undefined)).toBe(false)
})

test('a short master secret is refused', () => {
  expect(() => lockKey(Buffer.alloc(16), 'hall-entrance')).toThrow('32 bytes')
})
