import { expect, test } from 'vitest'
import { createClock } from './clock.ts'

const HELD = '2024-11-03T07:00:00.000Z'

test('a real clock is the computer’s and refuses to be moved', () => {
  const clock = createClock('real')
  const before = new Date().toISOString()
  const now = clock.now()
  expect([before, now, new Date().toISOString()].toSorted()[1]).toBe(now)
  expect(() => clock.set({ offsetMs: 1, heldAt: null })).toThrow('A real clock cannot be moved')
  expect(clock.movable).toBe(false)
})

test('a movable clock stands still, goes on with an offset, and tells its listeners', () => {
  const clock = createClock('movable')
  let moves = 0
  const leave = clock.onMove(() => {
    moves += 1
  })
  clock.set({ offsetMs: 0, heldAt: HELD })
  expect(clock.now()).toBe(HELD)
  clock.set({ offsetMs: 86_400_000, heldAt: null })
  expect(Date.parse(clock.now()) - Date.now()).toBeGreaterThan(86_390_000)
  expect(clock.time()).toEqual({ offsetMs: 86_400_000, heldAt: null })
  expect(moves).toBe(2)
  leave()
  clock.set({ offsetMs: 0, heldAt: null })
  expect(moves).toBe(2)
})
