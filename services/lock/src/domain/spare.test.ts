import { addMs } from '@asaichi/calendar/instant.ts'
import { expect, test } from 'vitest'
import { chooseSpare, isTooEarly, reviseStore, type Spare, spareLife } from './spare.ts'

const NOW = '2024-12-01T00:00:00.000Z'
const HOUR = 3_600_000
const DAY = 24 * HOUR

function spare(codeId: string, endsInMs: number, more: Partial<Spare> = {}): Spare {
  return { codeId, to: addMs(NOW, endsInMs), isOnLock: true, result: 'stored', ...more }
}

test.each([
  ['nothing in store', [], 2, { leaving: [], missing: 2 }],
  ['one missing', [spare('a', 20 * DAY)], 2, { leaving: [], missing: 1 }],
  ['a full store', [spare('a', 20 * DAY), spare('b', 28 * DAY)], 2, { leaving: [], missing: 0 }],
  [
    'one that ends soon, which stays while its heir is drawn',
    [spare('a', 2 * DAY), spare('b', 9 * DAY)],
    2,
    { leaving: [], missing: 1 },
  ],
  ['one whose time is over', [spare('a', 0), spare('b', 9 * DAY)], 2, { leaving: ['a'], missing: 1 }],
  [
    'digits that the lock refused',
    [spare('a', 9 * DAY, { isOnLock: false, result: 'duplicate' }), spare('b', 9 * DAY)],
    2,
    { leaving: ['a'], missing: 1 },
  ],
  [
    'one that waits for a place on the lock',
    [spare('a', 9 * DAY, { isOnLock: false, result: 'no-room' }), spare('b', 9 * DAY)],
    2,
    { leaving: [], missing: 0 },
  ],
  ['a store nobody wants any more', [spare('a', 9 * DAY)], 0, { leaving: ['a'], missing: 0 }],
])('V14: the store of a door with %s', (_, store, wanted, revision) => {
  expect(reviseStore(store, { wanted, now: NOW })).toEqual(revision)
})

test('V14: what is in store opens for four weeks, and its heir is drawn two days before', () => {
  expect(spareLife(NOW)).toEqual({
    window: { from: NOW, to: addMs(NOW, 28 * DAY) },
    staleAt: addMs(NOW, 26 * DAY),
  })
})

test('V14: given is only what the lock says to hold and what opens to the end of the use, the oldest first', () => {
  const use = { from: NOW, to: addMs(NOW, 2 * HOUR) }
  const far = spare('far', 20 * DAY)
  expect(chooseSpare([far, spare('near', 2 * HOUR)], use)).toMatchObject({ codeId: 'near' })
  expect(chooseSpare([far, spare('short', 2 * HOUR - 1)], use)).toBe(far)
  expect(chooseSpare([spare('waits', 9 * DAY, { isOnLock: false })], use)).toBeUndefined()
})

test('V14: from exactly a day before its use', () => {
  const use = { from: addMs(NOW, DAY), to: addMs(NOW, DAY + HOUR) }
  expect(isTooEarly(use, NOW)).toBe(false)
  expect(isTooEarly(use, addMs(NOW, -1))).toBe(true)
})
