import { expect, test } from 'vitest'
import { shown, textTable } from './table.ts'

test('columns are as wide as their widest cell, numbers lean right', () => {
  expect(
    textTable(
      ['figure', 'value'],
      [
        ['a', '1'],
        ['longer than that', '100'],
      ],
    ),
  ).toBe(
    [
      'figure            value',
      '----------------  -----',
      'a                     1',
      'longer than that    100',
    ].join('\n'),
  )
})

test.each([
  [0.70219, '0.702'],
  [0.0123, '0.012'],
  [4.256, '4.26'],
  [31.27, '31.3'],
  [31270.4, '31270'],
  [0, '0.00'],
  [Number.NaN, 'none'],
])('%d is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text)
})
