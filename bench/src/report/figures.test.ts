import { expect, test } from 'vitest'
import { FIGURES, type Figure, resultOf } from './figures.ts'

const figure = (better: 'more' | 'less'): Figure => ({
  name: 'burst',
  title: 'last answer',
  needs: ['burst'],
  value: round => round.burst?.['lastMs'] ?? Number.NaN,
  wanted: { must: 10, reach: 5, better },
})
const rounds = (...values: readonly number[]) => values.map(lastMs => ({ burst: { lastMs } }))

test('a figure is the median of its rounds, with their spread', () => {
  expect(resultOf(figure('less'), rounds(9, 30, 8))).toEqual({
    figure: 'burst: last answer',
    value: 9,
    must: 10,
    reach: 5,
    pass: true,
    least: 8,
    most: 30,
  })
})

test.each([
  ['less', 10, true],
  ['less', 10.1, false],
  ['more', 10, true],
  ['more', 9.9, false],
] as const)('where %s is better, %d of 10 passes: %s', (better, value, pass) => {
  expect(resultOf(figure(better), rounds(value)).pass).toBe(pass)
})

test('a figure that could not be taken does not pass', () => {
  expect(resultOf(figure('less'), [{}])).toMatchObject({ value: Number.NaN, pass: false })
})

test('nine figures have a must and a reach, and every name is one figure’s', () => {
  expect(FIGURES.filter(each => each.wanted)).toHaveLength(9)
  expect(new Set(FIGURES.map(each => each.name)).size).toBe(FIGURES.length)
})
