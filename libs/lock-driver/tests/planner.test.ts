import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DayKind, days, QUIET } from './simulation/day.ts'
import { judge } from './simulation/judge.ts'
import { play } from './simulation/play.ts'

// The same days every time, so that a gate fails for what was changed; `npm run bench:locks` looks at thousands of others.
const SAMPLE = { numRuns: 60, seed: 20_241_201 }

/** Each case of a door's day, with what can happen on it; the judge knows nothing of plans. */
const CASES: readonly (readonly [string, DayKind])[] = [
  ['a lock that keeps windows', { timing: 'lock', wakeMinutes: [0] }],
  [
    'a slot lock: stored off ahead, on at the start, cleared at the end',
    { timing: 'switch', wakeMinutes: [0] },
  ],
  [
    'a lock without an off state: added at the start, deleted at the end',
    { timing: 'add-delete', wakeMinutes: [0] },
  ],
  ['a lock that sleeps', { wakeMinutes: [5, 15, 60] }],
  ['codes that cannot be read back', { readback: 'occupancy' }],
  ['a full lock', { slots: [3, 4], bookings: [6, 14], troubles: [] }],
  ['foreign codes set by hand during the day', { troubles: ['by-hand'], slots: [3, 6] }],
  ['digits that meet', { fewDigits: true }],
  ['windows moved and bookings cancelled', { troubles: [], bookings: [4, 10] }],
  ['a lock reset to factory', { troubles: ['reset'] }],
  ['a crash between ledger and lock', { troubles: ['crash'] }],
  ['bridge, lock or radio away', { troubles: ['bridge-away', 'radio-away', 'answers-lost'] }],
]

describe.each(CASES)('T12, V5: %s', (_, kind) => {
  test('no code opens outside its window while the lock can be reached, and a start that cannot be served is told 15 minutes before', () => {
    fc.assert(
      fc.property(days(kind), day => {
        expect(judge(play(day)).wrongs).toEqual([])
      }),
      SAMPLE,
    )
  })
})

test('a slot lock on a day without trouble: at most 3 writes and 3 reads for a code', () => {
  fc.assert(
    fc.property(days(QUIET), day => {
      const trace = play({
        ...day,
        lock: { ...day.lock, capabilities: { ...day.lock.capabilities, statusAnswers: true } },
      })
      expect(Math.max(0, ...trace.writes.values())).toBeLessThanOrEqual(3)
      expect(Math.max(0, ...trace.reads.values())).toBeLessThanOrEqual(3)
    }),
    SAMPLE,
  )
})

describe('planted: the judge sees', () => {
  const quiet = fc.sample(
    days({
      timing: 'switch',
      wakeMinutes: [0],
      troubles: [],
      changes: false,
      bookings: [3, 3],
      slots: [8, 8],
    }),
    {
      numRuns: 1,
      seed: 3,
    },
  )
  const trace = play(quiet[0] ?? expect.fail('no day'))

  test('nothing in a day that was well', () => {
    expect(judge(trace).wrongs).toEqual([])
    expect(trace.tries.some(({ opens }) => opens)).toBe(true)
  })

  test('a code that always opens', () => {
    const open = trace.tries.map(each => ({ ...each, opens: true }))
    expect(judge({ ...trace, tries: open }).wrongs.join()).toContain('opens outside its window')
  })

  test('a code that never opens, of which nobody was told', () => {
    const closed = trace.tries.map(each => ({ ...each, opens: false }))
    expect(judge({ ...trace, tries: closed }).wrongs.join()).toContain('is closed, and staff were not told')
  })

  test('a foreign code that is gone', () => {
    expect(judge({ ...trace, foreignLost: 1 }).wrongs).toEqual(['a code that is not ours was deleted'])
  })
})
