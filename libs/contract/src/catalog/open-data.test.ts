import { expect, test } from 'vitest'
import { MunicipalityCode } from './open-data.ts'

test.each([
  ['011002', true],
  ['131199', true],
  ['132047', true],
  ['261009', true],
  ['401005', true],
  ['132046', false],
  ['13204', false],
  ['1320477', false],
  ['13204x', false],
])('a municipality code with its check digit: %s is %s', (code, right) => {
  expect(MunicipalityCode.safeParse(code).success).toBe(right)
})
