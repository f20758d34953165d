import { timeOf } from '@asaichi/calendar/grid.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitOf, type WantedTime } from './wanted-time.ts'

const MORNING = { from: '09:00', to: '12:00' }
const AFTERNOON = { from: '13:00', to: '17:00' }

test.each<[what: string, free: string, wanted: WantedTime, found: string | undefined]>([
  [
    'an hour of the morning on a Tuesday that opens 10:30',
    '10:30-22:00',
    { band: MORNING, minutes: 60 },
    '10:30-11:30 in',
  ],
  ['two hours of that morning', '10:30-22:00', { band: MORNING, minutes: 120 }, '10:30-12:30 near'],
  ['the whole morning of that Tuesday', '10:30-22:00', { band: MORNING }, '10:30-13:30 near'],
  ['the whole morning', '09:00-22:00', { band: MORNING }, '09:00-12:00 in'],
  [
    'two hours of an afternoon that is free until 15:00',
    '13:00-15:00 17:00-21:00',
    { band: AFTERNOON, minutes: 120 },
    '13:00-15:00 in',
  ],
  [
    'three hours of that afternoon',
    '13:00-15:00 17:00-21:00',
    { band: AFTERNOON, minutes: 180 },
    '17:00-20:00 near',
  ],
  ['the whole of that afternoon', '13:00-15:00 17:00-21:00', { band: AFTERNOON }, '17:00-21:00 near'],
  ['any two hours', '09:00-10:30 18:00-20:00', { minutes: 120 }, '18:00-20:00 in'],
  ['any two hours where each gap is shorter', '09:00-10:30 12:00-13:30', { minutes: 120 }, undefined],
  ['whatever there is', '20:30-21:30', {}, '20:30-21:30 in'],
  ['less than the shortest use', '20:30-21:00', {}, undefined],
  [
    'half an hour where the shortest use is an hour',
    '11:30-13:00',
    { band: MORNING, minutes: 30 },
    '11:30-12:30 in',
  ],
  [
    'a time before the band, as the nearest',
    '09:00-11:00 20:00-22:00',
    { band: AFTERNOON, minutes: 60 },
    '10:00-11:00 near',
  ],
  ['nothing', '', { minutes: 60 }, undefined],
])('S6: %s (free: %s)', (_what, free, wanted, found) => {
  const fit = fitOf({ runs: runsOf(free), minMinutes: 60, earliest: 0 }, wanted)
  expect(fit && `${fit.from}-${fit.to} ${fit.inBand ? 'in' : 'near'}`).toBe(found)
})

test('S6: what has begun is not offered', () => {
  const day = { runs: runsOf('09:00-12:00'), minMinutes: 30, earliest: 10 * 60 + 30 }
  expect(fitOf(day, { minutes: 60 })).toEqual({ from: '10:30', to: '11:30', inBand: true })
  expect(fitOf(day, { minutes: 120 })).toBeUndefined()
})

test('S6: what is found lies in a free run, is as long as wanted, and is on the grid', () => {
  const step = fc.integer({ min: 0, max: 47 })
  const span = fc.tuple(step, step).map(([one, other]) => ({
    from: timeOf(Math.min(one, other) * 30),
    to: timeOf((Math.max(one, other) + 1) * 30),
  }))
  const wanted = fc.record({
    band: fc.option(span, { nil: undefined }),
    minutes: fc.option(
      fc.integer({ min: 1, max: 48 }).map(count => count * 30),
      { nil: undefined },
    ),
  })
  fc.assert(
    fc.property(span, wanted, fc.constantFrom(30, 60, 120), (run, asked, minMinutes) => {
      const fit = fitOf({ runs: [run], minMinutes, earliest: 0 }, asked)
      if (!fit) return
      expect(run.from <= fit.from && fit.to <= run.to).toBe(true)
      const length = minutes(fit.to) - minutes(fit.from)
      expect(length).toBeGreaterThanOrEqual(Math.max(asked.minutes ?? 0, minMinutes))
      expect(minutes(fit.from) % 30).toBe(0)
    }),
  )
})

function runsOf(text: string) {
  return text === '' ? [] : text.split(' ').map(run => ({ from: run.slice(0, 5), to: run.slice(6) }))
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
