import { expect, test } from 'vitest'
import { nearestFree, withoutLost } from './nearest.ts'
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

test.each([
  ['oooooooo', 'ooxxoooo', 'is not offered again by a calendar that has not heard'],
  ['ooxooooo', 'ooxooooo', 'leaves its free rest to whoever wants it, once the calendar has heard'],
  ['ooxxoooo', 'ooxxoooo', 'is taken in a calendar that knows'],
])('R14: in %s a lost 10:00 to 11:00 (%s) %s', (letters, left) => {
  const slots = withoutLost(slotsOf('09:00', letters), { from: '10:00', to: '11:00' })
  expect(slots.map(slot => slot.mark).join('')).toBe(left)
})
