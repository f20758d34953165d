import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Balance,
  chargeAfterEnd,
  dueOn,
  fiscalYear,
  invoiceNumber,
  isOverdue,
  moments,
  recharge,
  refundPercent,
  standingOf,
} from './bill.ts'

test.for([
  { charged: 1_200, paid: 0, standing: 'unpaid' },
  { charged: 1_200, paid: 500, standing: 'part-paid' },
  { charged: 1_200, paid: 1_200, standing: 'paid' },
  { charged: 1_200, paid: 2_400, standing: 'to-refund' },
  { charged: 0, paid: 1, standing: 'to-refund' },
  { charged: 0, paid: 0, standing: 'closed' },
] as const)('M14: $charged charged and $paid paid is $standing', ({ standing, ...balance }) => {
  expect(standingOf(balance)).toBe(standing)
})

test('M14: a bill is overdue from the day after its due date on, as long as something is owed', () => {
  const bill = { charged: 1_200, paid: 500, dueOn: '2024-11-30' }
  expect(isOverdue(bill, '2024-11-30')).toBe(false)
  expect(isOverdue(bill, '2024-12-01')).toBe(true)
  expect(isOverdue({ ...bill, paid: 1_200 }, '2024-12-01')).toBe(false)
})

test.for([
  {
    name: 'nothing paid: all anew',
    before: { charged: 1_200, paid: 0 },
    yen: 1_800,
    steps: { kind: 'anew', yen: 1_800 },
  },
  {
    name: 'nothing paid, the same fee: anew, for the paper names the date',
    before: { charged: 1_200, paid: 0 },
    yen: 1_200,
    steps: { kind: 'anew', yen: 1_200 },
  },
  {
    name: 'paid, dearer',
    before: { charged: 1_200, paid: 1_200 },
    yen: 1_800,
    steps: { kind: 'difference', yen: 600 },
  },
  {
    name: 'paid, cheaper',
    before: { charged: 1_200, paid: 1_200 },
    yen: 600,
    steps: { kind: 'credit', yen: 600 },
  },
  { name: 'paid, the same', before: { charged: 1_200, paid: 1_200 }, yen: 1_200, steps: { kind: 'nothing' } },
  {
    name: 'part paid, dearer',
    before: { charged: 1_200, paid: 500 },
    yen: 1_800,
    steps: { kind: 'difference', yen: 600 },
  },
])('M30: $name', ({ before, yen, steps }) => {
  expect(recharge(before, yen)).toEqual(steps)
})

const balance = fc.record({
  charged: fc.integer({ min: 0, max: 1_000_000 }),
  paid: fc.integer({ min: 0, max: 1_000_000 }),
})
const percent = fc.integer({ min: 0, max: 100 })

test('M30: after the steps exactly the new fee is charged, whatever was charged and paid', () => {
  fc.assert(
    fc.property(balance, fc.integer({ min: 0, max: 1_000_000 }), (before, yen) => {
      expect(chargedAfter(before, yen)).toBe(yen)
    }),
  )
})

function chargedAfter(before: Balance, yen: number): number {
  const step = recharge(before, yen)
  switch (step.kind) {
    case 'nothing':
      return before.charged
    case 'anew':
      return step.yen
    case 'difference':
      return before.charged + step.yen
    case 'credit':
      return before.charged - step.yen
    default:
      return step satisfies never
  }
}

test('M29: an ended booking asks for no money and never gives back more than was paid', () => {
  fc.assert(
    fc.property(balance, percent, (before, refund) => {
      const charged = chargeAfterEnd(before, refund)
      expect(charged).toBeGreaterThanOrEqual(0)
      expect(charged).toBeLessThanOrEqual(before.paid)
    }),
  )
})

test.for([
  { charged: 1_200, paid: 1_200, percent: 100, kept: 0 },
  { charged: 1_200, paid: 1_200, percent: 50, kept: 600 },
  { charged: 1_201, paid: 1_201, percent: 50, kept: 601 },
  { charged: 1_200, paid: 1_200, percent: 0, kept: 1_200 },
  { charged: 1_200, paid: 0, percent: 0, kept: 0 },
  { charged: 1_200, paid: 500, percent: 0, kept: 500 },
  { charged: 1_200, paid: 2_400, percent: 50, kept: 600 },
])(
  'M29: of $charged charged and $paid paid, $kept stays with a refund of $percent %',
  ({ kept, percent: refund, ...before }) => {
    expect(chargeAfterEnd(before, refund)).toBe(kept)
  },
)

const REFUNDS = [
  { daysBefore: 7, percent: 50 },
  { daysBefore: 14, percent: 100 },
]
test.for([
  { today: '2024-11-17', percent: 100 },
  { today: '2024-11-18', percent: 50 },
  { today: '2024-11-24', percent: 50 },
  { today: '2024-11-25', percent: 0 },
  { today: '2024-12-01', percent: 0 },
])('M29: cancelled on $today for 2024-12-01, $percent % comes back', ({ today, percent: refund }) => {
  const when = { today, useDate: '2024-12-01' }
  expect(refundPercent({ refunds: REFUNDS }, { by: 'resident', ...when })).toBe(refund)
  expect(refundPercent({ refunds: REFUNDS }, { by: 'city', ...when })).toBe(100)
  expect(refundPercent({}, { by: 'resident', ...when })).toBe(0)
})

test.for([
  { dueDays: undefined, today: '2024-11-01', due: '2024-12-01' },
  { dueDays: undefined, today: '2024-10-01', due: '2024-10-31' },
  { dueDays: undefined, today: '2024-11-10', due: '2024-12-01' },
  { dueDays: 14, today: '2024-11-10', due: '2024-11-24' },
  { dueDays: 0, today: '2024-11-10', due: '2024-11-10' },
  { dueDays: 14, today: '2024-12-01', due: '2024-12-01' },
])(
  'M14: due days $dueDays, issued on $today: due on $due, never after the use',
  ({ dueDays, today, due }) => {
    expect(dueOn({ dueDays }, { today, useDate: '2024-12-01' })).toBe(due)
  },
)

test('M14: the reminder comes at nine some days before, the rest when the last day is over', () => {
  expect(moments({}, '2024-11-24')).toEqual({
    remindAt: '2024-11-21T00:00:00.000Z',
    overdueAt: '2024-11-24T15:00:00.000Z',
    cancelAt: null,
  })
  expect(moments({ remindDays: 1, cancelUnpaidDays: 2 }, '2024-11-24')).toMatchObject({
    remindAt: '2024-11-23T00:00:00.000Z',
    cancelAt: '2024-11-26T15:00:00.000Z',
  })
})

test.for([
  { date: '2025-03-31', year: 2024 },
  { date: '2025-04-01', year: 2025 },
])('M14: $date is in the fiscal year $year', ({ date, year }) => {
  expect(fiscalYear(date)).toBe(year)
  expect(invoiceNumber(year, 7)).toBe(`${year}-000007`)
})
