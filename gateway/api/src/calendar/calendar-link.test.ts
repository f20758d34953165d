import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClaim, signClaim } from './calendar-link.ts'

const KEY = 'a1'.repeat(32)
const CLAIM = {
  reservationId: '01930000-0000-7000-8000-0000000000a1',
  personId: '01930000-0000-7000-8000-000000000001',
  cityId: 'mitaka',
  expiresAt: '2024-12-01T00:00:00.000Z',
}

test('a link is read back as it was signed, and fits a path', () => {
  const signed = signClaim(KEY, CLAIM)
  expect(signed).toMatch(/^[\w-]+\.[\w-]{43}$/)
  expect(readClaim({ signs: KEY }, signed)).toEqual(CLAIM)
})

test('a link of another key is none of ours', () => {
  expect(readClaim({ signs: 'a2'.repeat(32) }, signClaim(KEY, CLAIM))).toBeUndefined()
})

test('P4: while a key is exchanged links of the one before are read, and no older ones', () => {
  const next = { signs: 'a2'.repeat(32), before: KEY }
  expect(readClaim(next, signClaim(KEY, CLAIM))).toEqual(CLAIM)
  expect(readClaim(next, signClaim(next.signs, CLAIM))).toEqual(CLAIM)
  expect(readClaim({ signs: 'a3'.repeat(32), before: next.signs }, signClaim(KEY, CLAIM))).toBeUndefined()
})

test('no single changed character leaves a link valid', () => {
  const signed = signClaim(KEY, CLAIM)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'.split('')
  fc.assert(
    fc.property(fc.nat(signed.length - 1), fc.constantFrom(...alphabet), (at, character) => {
      fc.pre(signed[at] !== character)
      expect(
        readClaim({ signs: KEY }, signed.slice(0, at) + character + signed.slice(at + 1)),
      ).toBeUndefined()
    }),
  )
})

test.each(['', '.', 'x', `${signClaim(KEY, CLAIM)}x`, signClaim(KEY, CLAIM).split('.')[0] ?? ''])(
  '%o is no link',
  text => {
    expect(readClaim({ signs: KEY }, text)).toBeUndefined()
  },
)
