import { expect, test } from 'vitest'
import { toShiftJis } from './shift-jis.ts'

const decoded = (bytes: Uint8Array) => new TextDecoder('shift_jis').decode(bytes)

test.each<readonly [text: string, bytes: readonly number[]]>([
  ['表A', [0x95, 0x5c, 0x41]],
  ['ｱ', [0xb1]],
  ['①髙﨑', [0x87, 0x40, 0xfb, 0xfc, 0xfa, 0xb1]],
  ['〜－', [0x81, 0x60, 0x81, 0x7c]],
  ['𠮷', [0x81, 0xac]],
])('T11: %s in the Shift_JIS of Windows, and 〓 where it has no such letter', (text, bytes) => {
  expect([...toShiftJis(text)]).toEqual(bytes)
})

test('T11: every letter that is read from Shift_JIS is written so that it is read as the same', () => {
  const codes = Array.from({ length: 0x7d * 0xbd }, (_, nr) => [
    0x81 + Math.floor(nr / 0xbd),
    0x40 + (nr % 0xbd),
  ])
  const letters = codes.map(bytes => decoded(Uint8Array.from(bytes))).filter(text => !text.includes('\ufffd'))
  expect(letters.length).toBeGreaterThan(9_000)
  expect(letters.filter(text => decoded(toShiftJis(text)) !== text)).toEqual([])
})
