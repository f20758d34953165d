import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOfficeDay } from './holidays.ts'
import { addMs, type Instant } from './instant.ts'
import { datesBetween, type LocalDate } from './local-date.ts'
import { firstComeWindow, lotteryWindow, type Phase, phaseAt } from './windows.ts'

// What a policy says in words, judged by Temporal alone: none of the arithmetic that made the windows.
type Policy = WindowPolicy
type Lottery = Policy['lottery']

test('M17, S10: over ten years, whatever the rules, entries open and close on the days they name', () => {
  property((policy, useDate) => {
    const { lottery } = policy
    const window = lotteryWindow(policy, useDate)
    expect(window === undefined).toBe(lottery.kind === 'none')
    if (lottery.kind === 'none' || window === undefined) return
    expect([timeOf(window.opensAt), timeOf(window.closesAt)]).toEqual(['00:00', '00:00'])
    const opens = dayOf(window.opensAt)
    const closes = dayOf(window.closesAt).subtract({ days: 1 })
    const use = Temporal.PlainDate.from(useDate)
    if (lottery.kind === 'rolling') {
      expect(opens.until(use).days).toBe(lottery.opensDaysBefore)
      expect(closes.until(use).days).toBe(lottery.closesDaysBefore)
    } else {
      expect(opens.toPlainYearMonth().until(use.toPlainYearMonth(), { largestUnit: 'months' }).months).toBe(
        lottery.monthsBefore,
      )
      expectDayOfMonth(opens, lottery.opensDay)
      expectNext(closes, { day: lottery.closesDay, from: opens })
    }
  })
})

test('M18, S10: over ten years, a draw is on its day at its time, or on the next day the office works', () => {
  property((policy, useDate) => {
    const { lottery } = policy
    const window = lotteryWindow(policy, useDate)
    if (lottery.kind === 'none' || window === undefined) return
    expect(timeOf(window.drawAt)).toBe(lottery.drawTime)
    const named = drawDay(lottery, { useDate, closesAt: window.closesAt })
    expectMoved(dayOf(window.drawAt), { named, policy })
  })
})

test('M21: over ten years, first-come ends so many office days before the use, and never opens before the draw', () => {
  property((policy, useDate) => {
    const { firstCome, lottery } = policy
    const window = firstComeWindow(policy, useDate)
    const between = datesBetween(window.lastDay, useDate).slice(0, -1)
    const worked = between.filter(date => isOfficeDay(date, policy.officeClosures))
    expect(worked).toHaveLength(firstCome.closesOfficeDaysBefore)
    expect(worked[0] ?? useDate).toBe(window.lastDay)
    expect(dayOf(window.closesAt).toString()).toBe(next(window.lastDay))
    const drawAt = lotteryWindow(policy, useDate)?.drawAt
    if (drawAt !== undefined) expect(window.opensAt >= drawAt).toBe(true)
    if (window.opensAt === drawAt) return
    expect(timeOf(window.opensAt)).toBe(firstCome.opensTime)
    if (lottery.kind === 'monthly') return
    const named = Temporal.PlainDate.from(useDate).subtract({ days: firstCome.opensDaysBefore })
    expectMoved(dayOf(window.opensAt), { named, policy })
  })
})

test('M17–M21: over ten years, a date passes its phases in one order, each at the moment its sentence names', () => {
  const order: readonly Phase[] = ['before', 'lottery', 'drawing', 'first-come', 'closed']
  property((policy, useDate) => {
    const lottery = lotteryWindow(policy, useDate)
    const { opensAt, closesAt } = firstComeWindow(policy, useDate)
    const named = [lottery?.opensAt, lottery?.closesAt, lottery?.drawAt, opensAt, closesAt].flatMap(at =>
      at === undefined ? [] : [at],
    )
    const around = named.flatMap(at => [addMs(at, -1), at]).toSorted()
    const seen = around.map(at => order.indexOf(phaseAt(policy, useDate, at)))
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    const phase = (at: Instant) => phaseAt(policy, useDate, at)
    if (lottery) {
      expect([phase(addMs(lottery.opensAt, -1)), phase(lottery.opensAt)]).toEqual(['before', 'lottery'])
      expect(phase(addMs(lottery.closesAt, -1))).toBe('lottery')
      expect(phase(lottery.closesAt)).not.toBe('lottery')
    }
    if (opensAt < closesAt) {
      expect([phase(opensAt), phase(addMs(closesAt, -1)), phase(closesAt)]).toEqual([
        'first-come',
        'first-come',
        'closed',
      ])
    }
  })
})

const TEN_YEARS = datesBetween('2025-01-01', '2034-12-31')
const RUNS = 400

function property(holds: (policy: Policy, useDate: LocalDate) => void): void {
  const judged = fc.property(policies, fc.constantFrom(...TEN_YEARS), (policy, useDate) => {
    holds(policy, useDate)
  })
  fc.assert(judged, { numRuns: RUNS })
}

const times = fc.constantFrom('00:00', '07:00', '09:00', '13:30')
const dayOfMonth = fc.integer({ min: 1, max: 31 })
const rolling = fc
  .tuple(
    fc.integer({ min: 1, max: 90 }),
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 0, max: 30 }),
    times,
  )
  .map(
    ([draw, pause, length, drawTime]): Lottery => ({
      kind: 'rolling',
      opensDaysBefore: draw + pause + length,
      closesDaysBefore: draw + pause,
      drawDaysBefore: draw,
      drawTime,
    }),
  )
const monthly = fc
  .record({
    monthsBefore: fc.integer({ min: 1, max: 6 }),
    opensDay: dayOfMonth,
    closesDay: dayOfMonth,
    drawDay: dayOfMonth,
    drawTime: times,
    firstComeDay: fc.option(dayOfMonth, { nil: undefined }),
  })
  .map(
    ({ firstComeDay, ...days }): Lottery => ({
      kind: 'monthly',
      ...days,
      ...(firstComeDay !== undefined && { firstComeDay }),
    }),
  )
const policies: fc.Arbitrary<Policy> = fc.record({
  lottery: fc.oneof(rolling, monthly, fc.constant<Lottery>({ kind: 'none' })),
  firstCome: fc.record({
    opensDaysBefore: fc.integer({ min: 0, max: 120 }),
    opensTime: times,
    closesOfficeDaysBefore: fc.integer({ min: 0, max: 20 }),
  }),
  closedDays: fc.constantFrom('as-is' as const, 'next-office-day' as const),
  officeClosures: fc.constantFrom([], [{ from: '12-29', to: '01-03' }], [{ from: '08-13', to: '08-16' }]),
})

function dayOf(at: Instant): Temporal.PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Tokyo').toPlainDate()
}

function timeOf(at: Instant): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Tokyo').toPlainTime().toString().slice(0, 5)
}

function next(date: LocalDate): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString()
}

/** A day that its month lacks is the month's last. */
function expectDayOfMonth(date: Temporal.PlainDate, day: number): void {
  expect(date.day).toBe(Math.min(day, date.daysInMonth))
}

/** The first date from there on that is this day of its month. */
function expectNext(
  date: Temporal.PlainDate,
  { day, from }: { day: number; from: Temporal.PlainDate },
): void {
  expectDayOfMonth(date, day)
  expect(Temporal.PlainDate.compare(date, from)).toBeGreaterThanOrEqual(0)
  const sameBefore = date.toPlainYearMonth().subtract({ months: 1 }).toPlainDate({ day })
  expect(Temporal.PlainDate.compare(sameBefore, from)).toBeLessThan(0)
}

function drawDay(
  lottery: Exclude<Lottery, { kind: 'none' }>,
  { useDate, closesAt }: { useDate: LocalDate; closesAt: Instant },
): Temporal.PlainDate {
  if (lottery.kind === 'rolling')
    return Temporal.PlainDate.from(useDate).subtract({ days: lottery.drawDaysBefore })
  let date = dayOf(closesAt)
  while (date.day !== Math.min(lottery.drawDay, date.daysInMonth)) date = date.add({ days: 1 })
  return date
}

/** The day itself, or, where the city moves, the first day after it on which the office works. */
function expectMoved(
  date: Temporal.PlainDate,
  { named, policy }: { named: Temporal.PlainDate; policy: Policy },
): void {
  if (policy.closedDays === 'as-is') {
    expect(date.toString()).toBe(named.toString())
    return
  }
  const passed = datesBetween(named.toString(), date.toString())
  const worked = passed.filter(each => isOfficeDay(each, policy.officeClosures))
  expect(worked).toEqual([date.toString()])
}
