import { timeOf } from '@asaichi/calendar/grid.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeOf, onPaper, reduced, reductionOf } from './fee.ts'

const classes = [
  { classId: 'residents', name: '市内' },
  { classId: 'outside', name: '市外', feePercent: 150 },
  { classId: 'schools', name: '学校', feePercent: 0 },
]
const restDayFee = { days: 'sat-sun-holiday', percent: 120 } as const
const { policy } = demoCity({ cityId: 'mitaka', classes, restDayFee })

// 2024-12-01 is a Sunday, the 2nd a Monday; 150 yen for half an hour, three hours.
const fee = (date: string, classId: string | null, options: readonly { readonly yen: number }[] = []) =>
  feeOf(policy, { date, from: '09:00', to: '12:00' }, { listing: { yenPerStep: 150 }, classId, options })

test('G10: on a working day the first class pays the listing’s price, and its fee has no lines', () => {
  expect(fee('2024-12-02', null)).toEqual({ yen: 900 })
  expect(fee('2024-12-02', 'residents', [{ yen: 500 }])).toEqual({ yen: 1_400 })
})

test.each([
  ['a Saturday', '2024-11-30', 1_080],
  ['a Sunday', '2024-12-01', 1_080],
  ['a holiday within the week', '2025-01-13', 1_080],
  ['a Friday', '2024-11-29', 900],
])('G10: use on %s, %s, costs %i yen', (_, date, yen) => {
  expect(fee(date, null).yen).toBe(yen)
})

test('G10: Saturdays are working days where the city says so', () => {
  const rules = { ...policy, restDayFee: { days: 'sun-holiday', percent: 120 } as const }
  const use = { date: '2024-11-30', from: '09:00', to: '12:00' }
  expect(feeOf(rules, use, { listing: { yenPerStep: 150 }, classId: null, options: [] }).yen).toBe(900)
})

test('G10: day and class are multiplied, rounded down for each half hour, and told line by line; options cost the same', () => {
  const { restDayFee: _, ...noRestDays } = policy
  expect(fee('2024-12-01', 'outside', [{ yen: 500 }])).toEqual({
    yen: 2_120,
    fee: [
      { kind: 'room', yen: 900 },
      { kind: 'rest-day', percent: 120, yen: 180 },
      { kind: 'class', name: '市外', percent: 150, yen: 540 },
    ],
  })
  const odd = { listing: { yenPerStep: 33 }, classId: 'outside', options: [] }
  const use = { date: '2024-12-02', from: '09:00', to: '10:00' }
  expect(feeOf(noRestDays, use, odd)).toMatchObject({ yen: 98 })
  expect(fee('2024-12-02', 'schools')).toMatchObject({ yen: 0 })
})

test('G10: a reduction is off everything, options too, is replaced by the next one and can be taken back', () => {
  const booked = { ...fee('2024-12-02', null, [{ yen: 501 }]), options: [{ yen: 501 }] }
  const half = reduced(booked, { percent: 50, reason: '社会教育団体' })
  expect(half).toEqual({
    yen: 701,
    fee: [
      { kind: 'room', yen: 900 },
      { kind: 'reduction', percent: 50, reason: '社会教育団体', yen: -700 },
    ],
  })
  expect(reductionOf(half)).toMatchObject({ percent: 50, reason: '社会教育団体' })
  expect(onPaper(half.fee ?? [])).toContainEqual({ kind: 'reduction', percent: 50, yen: -700 })
  const exempt = reduced({ ...booked, ...half }, { percent: 100, reason: '市の共催' })
  expect(exempt.yen).toBe(0)
  expect(reduced({ ...booked, ...exempt }, undefined)).toEqual({ yen: 1_401 })
})

test('G10: no fee is below zero, each is the sum of its lines, and a longer use never costs less', () => {
  const Percent = fc.integer({ min: 0, max: 1_000 })
  fc.assert(
    fc.property(
      fc.record({
        yenPerStep: fc.integer({ min: 0, max: 20_000 }),
        rest: Percent,
        own: Percent,
        off: fc.integer({ min: 0, max: 100 }),
        options: fc.array(fc.record({ yen: fc.integer({ min: 0, max: 100_000 }) }), { maxLength: 4 }),
        day: fc.constantFrom('2024-11-29', '2024-11-30', '2024-12-01', '2025-01-13'),
        steps: fc.integer({ min: 1, max: 46 }),
      }),
      ({ yenPerStep, rest, own, off, options, day, steps }) => {
        const rules = {
          restDayFee: { days: 'sat-sun-holiday' as const, percent: rest },
          classes: [{ classId: 'c', name: 'c', feePercent: own }],
        }
        const costOf = (length: number) => {
          const use = { date: day, from: '00:00', to: timeOf(30 * length) }
          const full = feeOf(rules, use, { listing: { yenPerStep }, classId: 'c', options })
          return reduced({ ...full, options }, { percent: off, reason: 'x' })
        }
        const [cost, longer] = [costOf(steps), costOf(steps + 1)]
        expect(cost.yen).toBeGreaterThanOrEqual(0)
        expect(longer.yen).toBeGreaterThanOrEqual(cost.yen)
        const extras = options.reduce((sum, { yen }) => sum + yen, 0)
        if (cost.fee) expect(cost.fee.reduce((sum, { yen }) => sum + yen, extras)).toBe(cost.yen)
      },
    ),
  )
})
