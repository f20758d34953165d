import { expect, test } from 'vitest'
import { openFactorVault } from './factor-vault.ts'

const KEY = 'ab'.repeat(32)
const ONE = '0192f0c4-7b3a-7d5e-8f10-000000000001'
const OTHER = '0192f0c4-7b3a-7d5e-8f10-000000000002'
const SECRET = Buffer.from('12345678901234567890')

test('M9: a sealed secret opens for its person, under its key, unchanged, and otherwise not at all', () => {
  const { seal, open } = openFactorVault(KEY)
  const sealed = seal(SECRET, ONE)
  expect(open(sealed, ONE)).toEqual(SECRET)
  expect(sealed.includes(SECRET)).toBe(false)
  expect(() => open(sealed, OTHER)).toThrow()
  expect(() => openFactorVault('cd'.repeat(32)).open(sealed, ONE)).toThrow()
  const changed = Buffer.from(sealed)
  changed[20] = (changed[20] ?? 0) ^ 1
  expect(() => open(changed, ONE)).toThrow()
})

test('M9: the same secret is sealed differently each time', () => {
  const { seal } = openFactorVault(KEY)
  expect(seal(SECRET, ONE)).not.toEqual(seal(SECRET, ONE))
})
