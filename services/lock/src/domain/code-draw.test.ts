import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawDigits, isWeak } from './code-draw.ts'

test.each([
  ['0482', 'leading zero'],
  ['1212', 'two distinct digits'],
  ['4567', 'run up'],
  ['8901', 'run over the end'],
  ['3210', 'run down'],
  ['482482', 'repeat'],
  ['1987', 'year'],
  ['2024', 'year'],
  ['1103', 'day of the year'],
])('V5: %s is weak (%s)', digits => {
  expect(isWeak(digits)).toBe(true)
})

test.each(['4829', '482910', '194826', '110384', '4829103756'])('V5: %s is not weak', digits => {
  expect(isWeak(digits)).toBe(false)
})

test.each([
  [4, 8_142],
  [5, 88_758],
])('V5: of the codes of %i digits, %i are left to draw from', (length, left) => {
  let count = 0
  for (let code = 0; code < 10 ** length; code += 1)
    if (!isWeak(String(code).padStart(length, '0'))) count += 1
  expect(count).toBe(left)
})

test('V5: a drawn code has the asked length and is never weak', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: 10 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
      (length, chance) => {
        // A fair source after the generated start, so that a stream of equal digits ends too.
        let taken = 0
        const digits = drawDigits({ length, rules: [] }, below => {
          taken += 1
          const next = taken <= 40 ? (chance.next().value ?? 0) : taken * 7 + Math.floor(taken / 10) * 3
          return next % below
        })
        expect(digits).toMatch(new RegExp(`^\\d{${length}}$`))
        expect(isWeak(digits)).toBe(false)
      },
    ),
  )
})

test('a broken source of chance is a fault, not an endless loop', () => {
  expect(() => drawDigits({ length: 6, rules: [] }, () => 7)).toThrow('weak codes only')
})
