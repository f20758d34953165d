import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { heldActs } from './held-acts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What became of an act so far. */
function watched(act: Promise<boolean>) {
  const seen: { is: 'waits' | 'carried out' | 'taken back' } = { is: 'waits' }
  void act.then(isMeant => {
    seen.is = isMeant ? 'carried out' : 'taken back'
  })
  return seen
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('W11m: an act is carried out after ten seconds, and can be taken back until then', async () => {
  const acts = heldActs()
  const [meant, mistake] = [watched(acts.hold('meant')), watched(acts.hold('mistake'))]
  await pass(9_999)
  expect([meant.is, mistake.is]).toEqual(['waits', 'waits'])
  acts.takeBack('mistake')
  await pass(1)
  expect([meant.is, mistake.is]).toEqual(['carried out', 'taken back'])
  acts.takeBack('meant')
  acts.beginAnew('meant')
  await pass(60_000)
  expect(meant.is).toBe('carried out')
})

test('W11m: however often the time begins anew, the act is carried out within a minute', async () => {
  const acts = heldActs()
  const act = watched(acts.hold('a'))
  for (let second = 5; second < 60; second += 5) {
    await pass(5_000)
    acts.beginAnew('a')
    expect(act.is).toBe('waits')
  }
  await pass(4_999)
  expect(act.is).toBe('waits')
  await pass(1)
  expect(act.is).toBe('carried out')
})

test('W11m: who leaves the page means what waits', async () => {
  const acts = heldActs()
  const waiting = [watched(acts.hold('a')), watched(acts.hold('b'))]
  acts.carryOutAll()
  await pass(0)
  expect(waiting.map(({ is }) => is)).toEqual(['carried out', 'carried out'])
})
