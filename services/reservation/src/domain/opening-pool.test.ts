import { demoCity } from '@asaichi/testkit/demo-city.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPoolOrder, type KnownPool, poolPhase, rankIn } from './opening-pool.ts'

const { policy } = demoCity({ cityId: 'mitaka', openingPool: { seconds: 3 } })
const date = '2024-12-01'
const opening = '2024-11-02T22:00:00.000Z'
const closing = '2024-11-02T22:00:03.000Z'
const opened = { pool: null, openedAt: '2024-11-02T21:59:00.000Z' }
const at = (now: string, known: KnownPool = opened, rules = policy) =>
  poolPhase(known, { policy: rules, date, now }).status

test('G6: a pool is open from the opening, which it includes, to its last moment, which it does not', () => {
  expect(
    ['2024-11-02T21:59:59.999Z', opening, '2024-11-02T22:00:02.999Z', closing].map(now => at(now)),
  ).toEqual(['none', 'open', 'open', 'none'])
})

test('G6: where the draw is placed late, the seconds count from then', () => {
  const late = { pool: null, openedAt: '2024-11-02T22:00:10.000Z' }
  expect(at(opening, { pool: null, openedAt: null })).toBe('none')
  expect(poolPhase(late, { policy, date, now: '2024-11-02T22:00:12.000Z' })).toMatchObject({
    status: 'open',
    closesAt: '2024-11-02T22:00:13.000Z',
  })
})

test('G6: a pool that was begun ends when it said, whatever the policy says since, and is due until it is decided', () => {
  const begun = { pool: { closesAt: closing, presses: 2, decidedAt: null }, openedAt: opening }
  const other = { ...policy, openingPool: { seconds: 30 } }
  expect(at('2024-11-02T22:00:02.999Z', begun, other)).toBe('open')
  expect([closing, '2024-11-03T00:00:00.000Z'].map(now => at(now, begun, other))).toEqual(['due', 'due'])
  const decided = { ...begun, pool: { ...begun.pool, decidedAt: closing } }
  expect(['2024-11-02T22:09:59.000Z', '2024-11-02T22:10:03.000Z'].map(now => at(now, decided))).toEqual([
    'decided',
    'none',
  ])
})

test('G6: the order is of the seed alone: however the presses arrived, and whoever is missing, the others stand alike', () => {
  const pool = { seed: 'ab'.repeat(32), venueId: 'kokaido', date }
  const rankOf = rankIn(pool)
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 }), receiptIds => {
      const presses = receiptIds.map(receiptId => ({ ids: { receiptId } }))
      const order = inPoolOrder(presses, pool)
      expect(inPoolOrder(presses.toReversed(), pool)).toEqual(order)
      expect(inPoolOrder(presses.slice(1), pool)).toEqual(order.filter(press => press !== presses[0]))
      const ranks = order.map(press => rankOf(press.ids.receiptId))
      expect(ranks).toEqual(ranks.toSorted())
    }),
  )
})
