import { expect, test } from 'vitest'
import { shownSecret, stepOf } from './totp.ts'

const SECRET = Buffer.from('12345678901234567890')
const VECTORS = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const
const at = (seconds: number, lastStep = 0) => ({ secret: SECRET, nowMs: seconds * 1000, lastStep })

// Six digits are the last six of eight: both are remainders of one number.
test.each(VECTORS)('M9: RFC 6238, appendix B: at %d s', (seconds, digits) => {
  expect(stepOf(digits.slice(2), at(seconds))).toBe(Math.floor(seconds / 30))
})

test('M9: a code counts one step early and one step late, and no more', () => {
  const [seconds, digits] = VECTORS[3]
  const code = digits.slice(2)
  const step = Math.floor(seconds / 30)
  const off = (steps: number) => stepOf(code, at((step + steps) * 30))
  expect([-2, -1, 0, 1, 2].map(off)).toEqual([undefined, step, step, step, undefined])
})

test('M9: the last second of a step belongs to it', () => {
  const step = Math.floor(1_234_567_890 / 30)
  expect(stepOf('005924', at((step + 2) * 30 - 0.001))).toBe(step)
  expect(stepOf('005924', at((step + 2) * 30))).toBeUndefined()
})

test('M9: a step that was taken is not taken again, nor one before it', () => {
  const [seconds, digits] = VECTORS[0]
  expect(stepOf(digits.slice(2), at(seconds, 0))).toBe(1)
  expect(stepOf(digits.slice(2), at(seconds, 1))).toBeUndefined()
  expect(stepOf(digits.slice(2), at(seconds, 2))).toBeUndefined()
})

test.each(['', '28708', '2870820', '28708a', '２８７０８２', '-28708', ' 87082'])(
  'M9: "%s" is no code',
  code => {
    expect(stepOf(code, at(59))).toBeUndefined()
  },
)

test('M9: the app is told whose secret it is; typed and scanned it is the same', () => {
  const { secret, uri } = shownSecret(SECRET, { issuer: '三鷹市', label: 'a@example.jp' })
  expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  const read = new URL(uri)
  expect(read.protocol).toBe('otpauth:')
  expect(read.searchParams.get('secret')).toBe(secret)
  expect(read.searchParams.get('issuer')).toBe('三鷹市')
})
