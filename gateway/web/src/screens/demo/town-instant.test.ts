import { expect, test } from 'vitest'
import { instantOf, nextSeven, readTime } from './town-instant.ts'

test.each([
  ['7:00', '07:00'],
  ['０７：３０', '07:30'],
  ['1815', '18:15'],
  ['25:00', undefined],
  ['7:60', undefined],
  ['', undefined],
])('%j is read as %s', (text, time) => expect(readTime(text)).toBe(time))

test.each([
  ['2026-11-26T21:59:00.000Z', '2026-11-26T22:00:00.000Z'],
  ['2026-11-26T22:00:00.000Z', '2026-11-27T22:00:00.000Z'],
])('M18: after %s the next 07:00 is %s', (now, seven) => expect(nextSeven(now)).toBe(seven))

test('a day that does not exist has no instant', () =>
  expect(instantOf('2026-02-30', '07:00')).toBeUndefined())
