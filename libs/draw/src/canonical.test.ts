import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

test.each([
  [{ b: 1, a: [true, null, -7], 'a-b': 'x' }, '{"a":[true,null,-7],"a-b":"x","b":1}'],
  ['抽選 "あ" \n\u001f\u007f😀', '"抽選 \\"あ\\" \\n\\u001f\u007f😀"'],
  [-0, '0'],
  [{}, '{}'],
])('V1: %j has one text', (value, text) => {
  expect(canonical(value)).toBe(text)
})

test.each([[1.5], [2 ** 53], [Number.NaN], [undefined], [{ a: undefined }], ['\ud83d'], [{ 鍵: 1 }], [1n]])(
  'V1: %s has no canonical text, because others would read it differently',
  value => {
    expect(() => canonical(value)).toThrow(TypeError)
  },
)

test('V1: the order of members does not matter, the order of items does', () => {
  const ascii = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map(code => String.fromCharCode(code)),
  })
  fc.assert(
    fc.property(fc.dictionary(ascii, fc.integer()), members => {
      const turned = Object.fromEntries(Object.entries(members).toReversed())
      expect(canonical(turned)).toBe(canonical(members))
      expect(JSON.parse(canonical(members))).toEqual(members)
    }),
  )
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]))
})
