import { expect, test } from 'vitest'
import { inversionRate, type PressFate } from './inversions.ts'

const press = (slot: string, atMs: number, fate: PressFate['fate']): PressFate => ({ slot, atMs, fate })

test.each<[string, readonly PressFate[], number]>([
  ['nobody pressed', [], 0],
  ['the first press won', [press('a', 0, 'accepted'), press('a', 500, 'taken')], 0],
  ['within 100 ms either may win', [press('a', 0, 'taken'), press('a', 100, 'accepted')], 0],
  ['a later press won', [press('a', 0, 'taken'), press('a', 101, 'accepted')], 1],
  ['another slot does not matter', [press('b', 0, 'taken'), press('a', 900, 'accepted')], 0],
  [
    'the earliest rejected press counts',
    [
      press('a', 300, 'taken'),
      press('a', 0, 'taken'),
      press('a', 310, 'accepted'),
      press('b', 0, 'accepted'),
    ],
    0.5,
  ],
])('inversion rate when %s', (_, presses, rate) => {
  expect(inversionRate(presses)).toBe(rate)
})
