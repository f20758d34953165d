import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taxLines } from './tax-lines.ts'

test.for([
  {
    name: 'one rate',
    parts: [{ percent: 10, yen: 1_200 }],
    lines: [{ percent: 10, yen: 1_200, taxYen: 109 }],
  },
  {
    name: 'rounded once: three parts of 0.9 yen have 2, not 0',
    parts: [
      { percent: 10, yen: 10 },
      { percent: 10, yen: 10 },
      { percent: 10, yen: 10 },
    ],
    lines: [{ percent: 10, yen: 30, taxYen: 2 }],
  },
  {
    name: 'two rates, the higher first',
    parts: [
      { percent: 8, yen: 108 },
      { percent: 10, yen: 110 },
    ],
    lines: [
      { percent: 10, yen: 110, taxYen: 10 },
      { percent: 8, yen: 108, taxYen: 8 },
    ],
  },
  { name: 'without tax', parts: [{ percent: 0, yen: 500 }], lines: [{ percent: 0, yen: 500, taxYen: 0 }] },
  { name: 'nothing', parts: [], lines: [] },
])('M14: tax lines: $name', ({ parts, lines }) => {
  expect(taxLines(parts)).toEqual(lines)
})

const part = fc.record({ percent: fc.constantFrom(0, 8, 10), yen: fc.integer({ min: 0, max: 10_000_000 }) })

test('M14: no yen is lost, each rate stands once, and its tax is less than one yen away from the exact one', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), parts => {
      const lines = taxLines(parts)
      expect(lines.reduce((sum, line) => sum + line.yen, 0)).toBe(
        parts.reduce((sum, each) => sum + each.yen, 0),
      )
      expect(new Set(lines.map(line => line.percent)).size).toBe(lines.length)
      for (const { percent, yen, taxYen } of lines) {
        const exact = yen - yen / (1 + percent / 100)
        expect(exact - taxYen).toBeLessThan(1)
        expect(taxYen).toBeLessThanOrEqual(exact + 1e-6)
      }
      expect(taxLines(parts.toReversed())).toEqual(lines)
    }),
  )
})
