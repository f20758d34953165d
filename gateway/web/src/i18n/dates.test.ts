import { plainText } from '@asaichi/wording/markup.ts'
import { expect, test } from 'vitest'
import { dateMarks, moneyMarks, monthMarks } from './dates.ts'

test.each([
  ['2026-12-04', '2026年（令和8年）12月4日（金）'],
  ['2019-04-30', '2019年（平成31年）4月30日（火）'],
  ['2019-05-01', '2019年（令和元年）5月1日（水）'],
  ['1989-01-07', '1989年（昭和64年）1月7日（土）'],
  ['1989-01-08', '1989年（平成元年）1月8日（日）'],
  ['1926-12-25', '1926年（昭和元年）12月25日（土）'],
  ['1912-07-30', '1912年（大正元年）7月30日（火）'],
])('S2: %s is written %s', (date, text) => expect(dateMarks(date, 'ja')).toBe(text))

test('V7: やさしい日本語 reads the days as people say them', () => {
  expect(dateMarks('2026-12-04', 'ja-easy')).toBe('2026{年|ねん}12{月|がつ}{4日|よっか}（{金|きん}）')
  expect(plainText(dateMarks('2026-12-11', 'ja-easy'))).toBe('2026年12月11日（金）')
  expect(dateMarks('2026-12-04', 'en')).toBe('Fri 4 December 2026')
})

test('S2: a month carries the era of its first day', () => {
  expect(monthMarks('2019-05', 'ja')).toBe('2019年（令和元年）5月')
})

test.each([
  [0, '無料'],
  [1200, '1,200円'],
])('M14: %i yen is %s', (yen, text) => expect(moneyMarks(yen, 'ja')).toBe(text))
