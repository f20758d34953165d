import { describe, expect, test } from 'vitest'
import { isSigned, QUICKNET, randomnessOf, roundAt, timeOf } from './beacon.ts'
import { testBeacon } from './test-beacon.ts'

// Published by quicknet.
const RECORDED = [
  [
    123,
    'b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92',
    'fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc',
  ],
  [
    1000,
    'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
    'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
  ],
  [
    1001,
    'b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41',
    'b0a591ad1b9002cfc372ac6e30abd3da8d3088d4caae026961743474fb94235f',
  ],
] as const
const [, [, SIGNATURE]] = RECORDED

describe('D18: quicknet', () => {
  test.each(RECORDED)('the recorded round %i verifies', (round, signature, randomness) => {
    expect(isSigned(round, signature, QUICKNET.publicKey)).toBe(true)
    expect(randomnessOf(signature)).toBe(randomness)
  })

  test.each([
    ['of the round before', 1001, SIGNATURE],
    ['with one bit turned', 1000, SIGNATURE.replace(/9$/, '8')],
    ['that is no point of the curve', 1000, '8'.padEnd(96, '1')],
    ['that is the point at infinity', 1000, 'c'.padEnd(96, '0')],
    ['that is not hexadecimal', 1000, 'x'.repeat(96)],
    ['of a wrong length', 1000, SIGNATURE.slice(2)],
  ])('F37: a signature %s is refused', (_name, round, signature) => {
    expect(isSigned(round, signature, QUICKNET.publicKey)).toBe(false)
  })

  test.each([
    ['2023-08-23T15:09:27.000Z', 1],
    ['2023-08-23T15:09:27.001Z', 2],
    ['2023-08-23T15:09:30.000Z', 2],
    ['2023-08-23T15:59:24.000Z', 1000],
    ['2020-01-01T00:00:00.000Z', 1],
  ])('the first round at or after %s is %i', (instant, round) => {
    expect(roundAt(QUICKNET, instant)).toBe(round)
    expect(timeOf(QUICKNET, round) >= instant).toBe(true)
  })
})

test('D18: a test beacon signs its own rounds, and only those', () => {
  const beacon = testBeacon('demo', { genesis: 1_700_000_000, period: 30 })
  const other = testBeacon('other', { genesis: 1_700_000_000, period: 30 })
  const { round, signature, randomness } = beacon.sign(77)
  expect(isSigned(round, signature, beacon.chain.publicKey)).toBe(true)
  expect(randomnessOf(signature)).toBe(randomness)
  expect(isSigned(78, signature, beacon.chain.publicKey)).toBe(false)
  expect(isSigned(round, signature, other.chain.publicKey)).toBe(false)
  expect(isSigned(round, signature, QUICKNET.publicKey)).toBe(false)
})
