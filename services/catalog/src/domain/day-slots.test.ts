import { minutesOf, timeOf } from '@asaichi/calendar/grid.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeRuns, type Occupancy, slotLetters } from './day-slots.ts'

const DATE = '2026-12-10'
const gridTime = fc.integer({ min: 0, max: 48 }).map(step => timeOf(step * 30))
const span = fc
  .tuple(gridTime, gridTime)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
const occupancy = span.map(
  ({ from, to }): Occupancy => ({
    kind: 'reservation',
    startsAt: instantAt(DATE, from),
    endsAt: instantAt(DATE, to),
  }),
)
const hours = span.map(({ from, to }) => ({ opens: from, closes: to }))

test('M22: a half hour is taken exactly when an occupancy covers its middle', () => {
  fc.assert(
    fc.property(hours, fc.array(occupancy, { maxLength: 6 }), (open, occupancies) => {
      const letters = slotLetters(DATE, open, occupancies)
      expect(letters).toHaveLength((minutesOf(open.closes) - minutesOf(open.opens)) / 30)
      for (const [index, letter] of letters.split('').entries()) {
        const middle = Date.parse(instantAt(DATE, open.opens)) + (index * 30 + 15) * 60_000
        const covered = occupancies.some(
          ({ startsAt, endsAt }) => Date.parse(startsAt) <= middle && middle < Date.parse(endsAt),
        )
        expect(letter).toBe(covered ? 'x' : 'o')
      }
    }),
  )
})

test('S6: the free runs are the free half hours, joined where they touch', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20 }),
      fc.string({ unit: fc.constantFrom('o', 'x', 'h', 'r'), maxLength: 24 }),
      (start, letters) => {
        const opens = timeOf(start * 30)
        const runs = freeRuns(opens, letters)
        const rebuilt = letters.split('').map((_letter, index) => {
          const time = timeOf((start + index) * 30)
          return runs.some(({ from, to }) => from <= time && time < to) ? 'o' : '-'
        })
        expect(rebuilt.join('')).toBe(letters.replaceAll(/[^o]/g, '-'))
        expect(runs.every((run, index) => index === 0 || (runs[index - 1]?.to ?? '') < run.from)).toBe(true)
      },
    ),
  )
})

test.each([
  ['reservation', 'x'],
  ['city-use', 'h'],
  ['closure', 'h'],
  ['reopening', 'r'],
] as const)('M22: %s is shown as %s', (kind, letter) => {
  const taken = { kind, startsAt: instantAt(DATE, '10:00'), endsAt: instantAt(DATE, '10:30') }
  expect(slotLetters(DATE, { opens: '09:30', closes: '11:00' }, [taken])).toBe(`o${letter}o`)
})
