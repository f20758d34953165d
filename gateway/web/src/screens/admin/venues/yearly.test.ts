import { expect, test } from 'vitest'
import { yearlyClosures } from './yearly.ts'

test('T7: the days of every year are written down for some years, over the end of a year too', () => {
  const yearEnd = { from: '12-29', to: '01-03', reason: '年末年始' }
  expect(yearlyClosures(yearEnd, { first: 2026, years: 2 })).toEqual([
    { from: '2026-12-29', to: '2027-01-03', reason: '年末年始' },
    { from: '2027-12-29', to: '2028-01-03', reason: '年末年始' },
  ])
  expect(yearlyClosures({ ...yearEnd, to: '12-31' }, { first: 2026, years: 1 })).toEqual([
    { from: '2026-12-29', to: '2026-12-31', reason: '年末年始' },
  ])
})
