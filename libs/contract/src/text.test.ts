import { describe, expect, test } from 'vitest'
import { line, lines, MailAddress } from './text.ts'

describe('line', () => {
  const name = line(5)
  test.each([
    ['decomposed kana become one character (NFC)', 'か\u3099く', 'がく'],
    ['spaces around are dropped', '  山田　', '山田'],
    ['an emoji of one code point', '😀', '😀'],
    ['the limit itself', 'あいうえお', 'あいうえお'],
    ['the limit is of the normalised text', 'か\u3099き\u3099く\u3099け\u3099こ\u3099', 'がぎぐげご'],
  ])('%s', (_what, given, kept) => {
    expect(name.parse(given)).toBe(kept)
  })

  test.each([
    ['nothing', ''],
    ['only spaces', '　 　'],
    ['one more than the limit', 'あいうえおか'],
    ['a line end', 'a\nb'],
    ['a carriage return, which can forge a header', 'a\rb'],
    ['a tab', 'a\tb'],
    ['NUL', 'a\u0000b'],
    ['DEL', 'a\u007fb'],
    ['a C1 control', 'a\u0085b'],
    ['a right-to-left override', 'a\u202eb'],
    ['a left-to-right mark', 'a\u200eb'],
    ['an Arabic letter mark', 'a\u061cb'],
    ['a line separator', 'a\u2028b'],
    ['half a surrogate pair', 'a\ud83db'],
    ['an isolate', 'a\u2066b'],
    ['a byte order mark inside', 'a\ufeffb'],
    ['something that is not text', 5],
  ])('%s is refused', (_what, given) => {
    expect(name.safeParse(given).success).toBe(false)
  })
})

describe('lines', () => {
  const note = lines(10)
  test('line ends become \\n', () => {
    expect(note.parse('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
  })
  test.each([
    ['a tab', 'a\tb'],
    ['an override in the second line', 'a\n\u202eb'],
    ['too much', 'a\n'.repeat(6)],
    ['nothing but line ends', '\n\r\n'],
  ])('%s is refused', (_what, given) => {
    expect(note.safeParse(given).success).toBe(false)
  })
})

test('MailAddress: is kept in lower case', () => {
  expect(MailAddress.parse('Hana.Yamada@Example.JP')).toBe('hana.yamada@example.jp')
})
