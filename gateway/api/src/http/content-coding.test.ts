import { expect, test } from 'vitest'
import { bestCoding } from './content-coding.ts'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['GZIP ; Q=0.1', 'gzip'],
  ['*', 'br'],
  ['*, br;q=0', 'gzip'],
  ['identity', undefined],
  ['gzip;q=0', undefined],
  ['gzip;q=none', undefined],
  ['', undefined],
  [undefined, undefined],
])('Accept-Encoding %o takes %o', (header, coding) => {
  expect(bestCoding(header, ['br', 'gzip'])).toBe(coding)
})
