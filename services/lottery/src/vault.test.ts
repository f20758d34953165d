import { expect, test } from 'vitest'
import { newSecret, openVault, pseudonyms } from './vault.ts'

const vault = openVault('5e'.repeat(32))

test('A69: a sealed secret opens in its own place only, under its own key only, and only unchanged', () => {
  const secret = newSecret()
  const sealed = vault.seal(secret, 'secret of round-1')
  expect(sealed.includes(secret)).toBe(false)
  expect(vault.open(sealed, 'secret of round-1')).toEqual(secret)
  expect(() => vault.open(sealed, 'secret of round-2')).toThrow()
  expect(() => openVault('6e'.repeat(32)).open(sealed, 'secret of round-1')).toThrow()
  sealed[20] = (sealed[20] ?? 0) ^ 1
  expect(() => vault.open(sealed, 'secret of round-1')).toThrow()
})

test('P4: while a key is exchanged what lies under the one before opens, and is sealed under the new one', () => {
  const secret = newSecret()
  const next = openVault('6e'.repeat(32), '5e'.repeat(32))
  expect(next.open(vault.seal(secret, 'here'), 'here')).toEqual(secret)
  expect(() => vault.open(next.seal(secret, 'here'), 'here')).toThrow()
  expect(() => openVault('7e'.repeat(32), '6e'.repeat(32)).open(vault.seal(secret, 'here'), 'here')).toThrow()
})

test('A71: a person has one pseudonym in a round and another in the next', () => {
  const [one, other] = [newSecret(), newSecret()]
  expect(pseudonyms(one)('p')).toBe(pseudonyms(one)('p'))
  expect(pseudonyms(one)('p')).not.toBe(pseudonyms(one)('q'))
  expect(pseudonyms(one)('p')).not.toBe(pseudonyms(other)('p'))
  expect(pseudonyms(one)('p')).toMatch(/^[0-9a-f]{64}$/)
})
