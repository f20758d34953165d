import { expect, test } from 'vitest'
import { filterOf, queryOf } from './filter-of.ts'

const ID = '0192f0c4-7b3a-7d5e-8f10-000000000001'
const read = (text: string) => queryOf(filterOf(new URLSearchParams(text)))

test('V4: the days of a search are the city’s, the last one to its end', () => {
  expect(read(`by=${ID}&act=view-person&from=2026-12-31&to=2026-12-31`)).toEqual({
    by: ID,
    act: 'view-person',
    from: '2026-12-30T15:00:00.000Z',
    until: '2026-12-31T15:00:00.000Z',
  })
})

test.each([
  ['nothing', ''],
  ['an id that is none', `by=someone&about=${ID}x`],
  ['a day that is none', 'from=2026-02-30&to=tomorrow'],
  ['an act that is none', 'act=toString'],
])('V4: what makes no sense is left out: %s', (_what, text) => {
  expect(read(text)).toEqual({})
})
