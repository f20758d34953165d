import { expect, test } from 'vitest'
import { createLockClock } from './lock-clock.ts'

const noon = '2024-12-01T03:00:00.000Z'
function after(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString()
}
function clockAtNoon() {
  let crystalMs = Date.parse(noon)
  const clock = createLockClock(() => crystalMs)
  return { clock, pass: (ms: number) => (crystalMs += ms) }
}
const running = (serverTime: string) => ({ serverTime, held: false })

test('a new clock does not know the time, whatever it shows', () => {
  const { clock } = clockAtNoon()
  expect(clock.quality()).toBe('unknown')
  expect(clock.hear(running(after(noon, 5_000)), 'sync')).toBe(5)
  expect(clock.quality()).toBe('known')
  expect(clock.now()).toBe(after(noon, 5_000))
})

test.each([
  [30_000, false],
  [30_001, true],
  [-30_000, false],
  [-30_001, true],
])('drift of %i ms at a sync: corrected = %s', (driftMs, corrected) => {
  const { clock } = clockAtNoon()
  clock.hear(running(noon), 'sync')
  expect(clock.hear(running(after(noon, driftMs)), 'sync')).toBe(corrected ? driftMs / 1_000 : undefined)
  expect(clock.now()).toBe(corrected ? after(noon, driftMs) : noon)
  expect(clock.offsetSeconds()).toBe(driftMs / 1_000)
})

test('T12: a step of the gateway’s clock is followed however small, and is no fault of the lock’s', () => {
  const { clock, pass } = clockAtNoon()
  clock.hear(running(noon), 'sync')
  expect(clock.hear(running(after(noon, 3_600_000)), 'step')).toBe(3_600)
  expect(clock.offsetSeconds()).toBe(0)
  expect(clock.hear(running(after(noon, 1_000)), 'step')).toBe(-3_599)
  pass(250)
  expect(clock.now()).toBe(after(noon, 1_250))
})

test('a clock told to stand still stands, and runs on from where it is told', () => {
  const { clock, pass } = clockAtNoon()
  clock.hear({ serverTime: noon, held: true }, 'step')
  pass(60_000)
  expect(clock.now()).toBe(noon)
  expect(clock.hear({ serverTime: noon, held: true }, 'sync')).toBeUndefined()
  expect(clock.hear(running(after(noon, 2_000)), 'sync')).toBe(-58)
  expect(clock.offsetSeconds()).toBe(0)
  pass(1_000)
  expect(clock.now()).toBe(after(noon, 3_000))
})

test('what it remembers brings it back after a power cut', () => {
  const { clock } = clockAtNoon()
  clock.hear(running(after(noon, 90_000)), 'sync')
  const restarted = createLockClock(() => Date.parse(noon))
  restarted.restore(clock.kept())
  expect(restarted.now()).toBe(after(noon, 90_000))
  expect(restarted.quality()).toBe('known')
})
