import { expect, test } from 'vitest'
import { normaliseKana, normaliseMail, normalisePostalCode } from './normalise.ts'
import { normaliseNumber, wholeNumber } from './normalise-number.ts'

test.each([
  ['０９０ー１２３４ー５６７８', '090-1234-5678'],
  ['090‐1234−5678', '090-1234-5678'],
  ['090ｰ1234 5678', '090-12345678'],
  ['２０００００１', '2000001'],
])('M3: the number %s is %s', (typed, sent) => expect(normaliseNumber(typed)).toBe(sent))

test.each([
  ['1810001', '181-0001'],
  ['〒１８１ー０００１', '181-0001'],
  ['181-00', '181-00'],
])('M3: the post code %s is %s', (typed, sent) => expect(normalisePostalCode(typed)).toBe(sent))

test.each([
  ['みなみ　はるか', 'ミナミ ハルカ'],
  ['ﾐﾅﾐ ﾊﾙｶ', 'ミナミ ハルカ'],
  ['ゔぁん・ごっほ', 'ヴァン・ゴッホ'],
  ['らーめん', 'ラーメン'],
  ['ｻﾄｰ', 'サトー'],
])('M3: the reading %s is %s', (typed, sent) => expect(normaliseKana(typed)).toBe(sent))

test('M3: a mail address loses spaces and full-width letters', () =>
  expect(normaliseMail(' ｍinami@example.jp ')).toBe('minami@example.jp'))

test.each([
  ['２６', 26],
  ['1,200', 1200],
  ['-1', undefined],
  ['', undefined],
])('M24: %s people are %s', (typed, count) => expect(wholeNumber(typed)).toBe(count))
