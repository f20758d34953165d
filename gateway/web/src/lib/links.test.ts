import { expect, test } from 'vitest'
import { linksIn } from './links.ts'

test.each([
  [
    '詳しくはhttps://www.city.example.jp/a?b=1をご覧ください',
    'https://www.city.example.jp/a?b=1',
    'https://www.city.example.jp/a?b=1',
  ],
  ['(http://example.jp/x).', 'http://example.jp/x', 'http://example.jp/x'],
  ['電話0422-29-9611へ', '0422-29-9611', 'tel:0422299611'],
  ['フリーダイヤル0120-123-456', '0120-123-456', 'tel:0120123456'],
  ['０４２２－２９－９６１１', '０４２２－２９－９６１１', 'tel:0422299611'],
  ['090‐1234‐5678', '090‐1234‐5678', 'tel:09012345678'],
])('S2: in %s the words %s lead to %s', (text, words, href) => {
  const pieces = linksIn(text)
  expect(pieces.filter(piece => piece.href !== undefined)).toEqual([{ text: words, href }])
  expect(pieces.map(piece => piece.text).join('')).toBe(text)
})

test.each([
  '2026-05-01から',
  '10-12-1999',
  '午前9:00～12:00',
  'javascript:alert(1)',
  'https://[broken',
  '<a href="https://">x</a>',
  '会議室01-02-03',
  '',
])('S2: %j stays text', text => {
  const pieces = linksIn(text)
  expect(pieces.every(piece => piece.href === undefined)).toBe(true)
  expect(pieces.map(piece => piece.text).join('')).toBe(text)
})
