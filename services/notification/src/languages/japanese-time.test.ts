import { expect, test } from 'vitest'
import { clockSeconds, codeSpan, japaneseDeadline, japaneseMoment, span } from './japanese-time.ts'

test('W9m: times and dates are written as on the screens: two digits, western year first, era and weekday', () => {
  expect(span('09:00', '24:00')).toBe('09:00～24:00')
  expect(span('00:30', '10:00')).toBe('00:30～10:00')
  expect(japaneseMoment('2024-11-30T15:00:00.000Z')).toBe('2024年（令和6年）12月1日（日）00:00')
  expect(clockSeconds('2024-11-03T00:05:09.999Z')).toBe('09:05:09')
})

test('M17: the end of a day is told as its 24:00', () => {
  expect(japaneseDeadline('2024-11-02T15:00:00.000Z')).toBe('2024年（令和6年）11月2日（土）24:00')
  expect(japaneseDeadline('2024-12-31T15:00:00.000Z')).toBe('2024年（令和6年）12月31日（火）24:00')
  expect(japaneseDeadline('2024-11-02T08:00:00.000Z')).toBe('2024年（令和6年）11月2日（土）17:00')
})

test.each([
  ['2024-12-01T00:00:00.000Z', '2024-12-01T03:00:00.000Z', '09:00～12:00'],
  ['2024-12-01T12:00:00.000Z', '2024-12-01T15:00:00.000Z', '21:00～24:00'],
  [
    '2024-11-30T14:30:00.000Z',
    '2024-12-01T15:30:00.000Z',
    '2024年11月30日（土）23:30～2024年12月2日（月）00:30',
  ],
])('M26, G9: a code valid from %s to %s is told against the day of use', (from, to, text) => {
  expect(codeSpan(from, to, '2024-12-01')).toBe(text)
})
