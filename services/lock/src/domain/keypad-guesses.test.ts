import { expect, test } from 'vitest'
import {
  afterKeypadEvent,
  isCountedOnly,
  isGuessedAt,
  type KeypadEvent,
  type KeypadGuesses,
} from './keypad-guesses.ts'

const EVENING = '2024-11-25T12:00:00.000Z'
const later = (seconds: number) => new Date(Date.parse(EVENING) + seconds * 1_000).toISOString()

const base = { boot: 'b', clock: 'known' } as const
const wrong = (at: number): KeypadEvent => ({
  ...base,
  seq: at + 1,
  at: later(at),
  type: 'denied',
  reason: 'unknown',
})
const paused = (at: number, seconds: number): KeypadEvent => ({
  ...base,
  seq: at + 1,
  at: later(at),
  type: 'paused',
  seconds,
})
const opened = (at: number): KeypadEvent => ({
  ...base,
  seq: at + 1,
  at: later(at),
  type: 'unlocked',
  by: 'code',
  codeId: '0190d0c8-0000-7000-8000-000000000001',
  kind: 'guest',
})

/** Each event is heard when it happens. */
function after(events: readonly KeypadEvent[]): KeypadGuesses | null {
  return events.reduce<KeypadGuesses | null>((run, event) => afterKeypadEvent(run, event, event.at), null)
}
const shows = (run: KeypadGuesses | null, at: number) => run !== null && isGuessedAt(run, later(at))

test.each([
  ['four wrong entries are a guest’s', [0, 10, 20, 30].map(wrong), 31, false],
  ['the fifth is shown', [0, 10, 20, 30, 40].map(wrong), 41, true],
  [
    'four, a right one and four more are not',
    [...[0, 1, 2, 3].map(wrong), opened(4), ...[5, 6, 7, 8].map(wrong)],
    9,
    false,
  ],
  ['ten minutes of quiet end it', [0, 10, 20, 30, 40].map(wrong), 640, false],
  ['until then it stays', [0, 10, 20, 30, 40].map(wrong), 639, true],
  [
    'a pause of a quarter of an hour is shown to its end',
    [...[0, 1, 2, 3, 4].map(wrong), paused(4, 900)],
    903,
    true,
  ],
  ['and no longer', [...[0, 1, 2, 3, 4].map(wrong), paused(4, 900)], 904, false],
  ['a lock that tells of its pause alone is heard', [paused(0, 60)], 1, true],
  ['a right code in a pause ends it', [...[0, 1, 2, 3, 4].map(wrong), paused(4, 60), opened(24)], 25, false],
  ['one entry each nine minutes is shown as well', [0, 540, 1_080, 1_620, 2_160].map(wrong), 2_161, true],
] as const)('P13: %s', (_, events, at, expected) => {
  expect(shows(after(events), at)).toBe(expected)
})

test('P13: a run tells since when and how many, and one that was over is forgotten', () => {
  const night = Array.from({ length: 100 }, (_, each) => wrong(each * 20))
  expect(after(night)).toMatchObject({ since: EVENING, entries: 100, lastAt: later(1_980) })
  expect(isCountedOnly(after(night.slice(0, 20)))).toBe(false)
  expect(isCountedOnly(after(night.slice(0, 21)))).toBe(true)
  expect(after([...night, wrong(9_000)])).toMatchObject({ since: later(9_000), entries: 1 })
})

test.each([
  ['does not know the time', { clock: 'unknown', at: '1970-01-01T00:00:00.000Z' }],
  ['is a century ahead', { at: '2124-11-25T12:00:00.000Z' }],
] as const)('P13: the word of a lock that %s counts as of now', (_, about) => {
  expect(afterKeypadEvent(null, { ...wrong(0), ...about }, later(5))).toMatchObject({
    since: later(5),
    lastAt: later(5),
  })
})
