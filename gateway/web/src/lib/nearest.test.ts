import { expect, test } from 'vitest'
import { nearestFree } from './nearest.ts'
import { slotsOf } from './range.ts'

test.each([
  ['oooooooo', '10:00-11:00', '10:00-11:00 09:30-10:30 10:30-11:30'],
  ['ooxxxooo', '10:00-11:00', '09:00-10:00 11:30-12:30 12:00-13:00'],
  ['oxoxoxox', '10:00-11:00', ''],
  ['xxxxxxxx', '10:00-10:30', ''],
])('M21: in %s the nearest to %s are %s', (letters, wanted, nearest) => {
  const [from = '', to = ''] = wanted.split('-')
  const found = nearestFree(slotsOf('09:00', letters), {
    range: { from, to },
    limits: { minMinutes: 30 },
    most: 3,
  })
  expect(found.map(range => `${range.from}-${range.to}`).join(' ')).toBe(nearest)
})
