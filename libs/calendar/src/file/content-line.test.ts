import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentLine, escapedText } from './content-line.ts'

test.each([
  ['会議; 第1回, 続き', '会議\\; 第1回\\, 続き'],
  ['a\\n', 'a\\\\n'],
  ['一行目\r\n二行目\n三行目', '一行目\\n二行目\\n三行目'],
  ['ベル\u0007と\u0000NUL', 'ベルとNUL'],
])('%o is written as %o', (text, escaped) => {
  expect(escapedText(text)).toBe(escaped)
})

test('a Japanese line is folded between characters, at 75 octets at most', () => {
  const folded = contentLine('SUMMARY', '朝'.repeat(60))
  const lines = folded.split('\r\n')
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toContain('\uFFFD')
  }
  expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${'朝'.repeat(60)}\r\n`)
})

test('unfolding any folded text gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
      const value = escapedText(text)
      const folded = contentLine('X', value)
      expect(folded.replaceAll('\r\n ', '')).toBe(`X:${value}\r\n`)
      for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }),
  )
})
