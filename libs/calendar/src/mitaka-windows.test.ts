import { MITAKA_WINDOWS } from '@asaichi/testkit/mitaka-windows.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Instant, instantAt } from './instant.ts'
import { addDays, datesBetween, daysBetween } from './local-date.ts'
import { firstComeWindow, lotteryWindow, phaseAt } from './windows.ts'

const TEN_YEARS = datesBetween('2024-01-01', '2033-12-31')

// The table at the end of docs/rules.md; the first two rows are in the manual.
const VECTORS = [
  {
    useDate: '2024-12-01',
    opens: '2024-10-27',
    lastLotteryDay: '2024-11-02',
    draw: '2024-11-03',
    lastDay: '2024-11-28',
  },
  {
    useDate: '2024-12-25',
    opens: '2024-11-20',
    lastLotteryDay: '2024-11-26',
    draw: '2024-11-27',
    lastDay: '2024-12-23',
  },
  {
    useDate: '2024-03-22',
    opens: '2024-02-16',
    lastLotteryDay: '2024-02-22',
    draw: '2024-02-23',
    lastDay: '2024-03-19',
  },
  {
    useDate: '2024-11-05',
    opens: '2024-10-01',
    lastLotteryDay: '2024-10-07',
    draw: '2024-10-08',
    lastDay: '2024-10-31',
  },
  {
    useDate: '2025-01-04',
    opens: '2024-11-30',
    lastLotteryDay: '2024-12-06',
    draw: '2024-12-07',
    lastDay: '2024-12-26',
  },
  {
    useDate: '2025-05-07',
    opens: '2025-04-02',
    lastLotteryDay: '2025-04-08',
    draw: '2025-04-09',
    lastDay: '2025-05-01',
  },
]

describe.each(VECTORS)('Mitaka, use date $useDate', ({ useDate, opens, lastLotteryDay, draw, lastDay }) => {
  const drawAt = `${addDays(draw, -1)}T22:00:00.000Z`

  test('M17: the lottery takes entries from D−35 00:00 to the end of D−29', () => {
    expect(lotteryWindow(MITAKA_WINDOWS, useDate)).toMatchObject({
      opensAt: `${addDays(opens, -1)}T15:00:00.000Z`,
      closesAt: `${lastLotteryDay}T15:00:00.000Z`,
    })
  })

  test('M18: the draw and the first-come opening are D−28 07:00', () => {
    expect(lotteryWindow(MITAKA_WINDOWS, useDate)?.drawAt).toBe(drawAt)
    expect(firstComeWindow(MITAKA_WINDOWS, useDate).opensAt).toBe(drawAt)
  })

  test('M21: first-come closes at the end of the day two office days before', () => {
    expect(firstComeWindow(MITAKA_WINDOWS, useDate)).toMatchObject({
      lastDay,
      closesAt: `${lastDay}T15:00:00.000Z`,
    })
  })

  test.each<[string, Instant, string]>([
    ['the last millisecond before D−35', instantBefore(instantAt(opens, '00:00')), 'before'],
    ['D−35 00:00:00.000', instantAt(opens, '00:00'), 'lottery'],
    ['the last millisecond of D−29', instantBefore(instantAt(lastLotteryDay, '24:00')), 'lottery'],
    ['D−29 24:00:00.000', instantAt(lastLotteryDay, '24:00'), 'drawing'],
    ['D−28 06:59:59.999', instantBefore(drawAt), 'drawing'],
    ['D−28 07:00:00.000', drawAt, 'first-come'],
    ['the last millisecond of the last day', instantBefore(instantAt(lastDay, '24:00')), 'first-come'],
    ['24:00:00.000 of the last day', instantAt(lastDay, '24:00'), 'closed'],
    ['the use date', instantAt(useDate, '09:00'), 'closed'],
  ])('M17, M18, M21: at %s (%s) the phase is %s', (_, now, phase) => {
    expect(phaseAt(MITAKA_WINDOWS, useDate, now)).toBe(phase)
  })
})

describe('Mitaka over ten years', () => {
  test('M17, M18: the draw of the use date 2024-04-15 is 2024-03-18 07:00', () => {
    expect(lotteryWindow(MITAKA_WINDOWS, '2024-04-15')?.drawAt).toBe('2024-03-17T22:00:00.000Z')
  })

  test('M17: a leap day is counted and can be used', () => {
    expect(lotteryWindow(MITAKA_WINDOWS, '2024-03-29')?.drawAt).toBe(instantAt('2024-03-01', '07:00'))
    expect(lotteryWindow(MITAKA_WINDOWS, '2023-03-29')?.drawAt).toBe(instantAt('2023-03-01', '07:00'))
    expect(lotteryWindow(MITAKA_WINDOWS, '2024-02-29')?.drawAt).toBe(instantAt('2024-02-01', '07:00'))
  })

  test('M17, M18, M21: opens < closes < draw = first-come opens < first-come closes <= use', () => {
    for (const useDate of TEN_YEARS) {
      const lottery = lotteryWindow(MITAKA_WINDOWS, useDate)
      const firstCome = firstComeWindow(MITAKA_WINDOWS, useDate)
      expect(lottery?.drawAt).toBe(firstCome.opensAt)
      const order = [lottery?.opensAt, lottery?.closesAt, lottery?.drawAt, firstCome.closesAt].map(String)
      expect(order).toEqual([...new Set(order)].toSorted())
      expect(firstCome.closesAt <= instantAt(addDays(useDate, -1), '24:00')).toBe(true)
    }
  })

  test('M21: even behind the longest run of holidays first-come stays open for more than two weeks', () => {
    const daysOpen = datesBetween('2019-01-01', '2033-12-31').map(useDate => {
      const { opensAt, lastDay } = firstComeWindow(MITAKA_WINDOWS, useDate)
      return daysBetween(opensAt.slice(0, 10), lastDay)
    })
    expect(Math.min(...daysOpen)).toBeGreaterThan(14)
  })

  test('M21: a later use date never closes earlier', () => {
    const closing = TEN_YEARS.map(useDate => firstComeWindow(MITAKA_WINDOWS, useDate).closesAt)
    expect(closing).toEqual(closing.toSorted())
  })

  test('M17, M18, M21: the phase only moves forward', () => {
    const order = ['before', 'lottery', 'drawing', 'first-come', 'closed']
    const moment = fc.integer({ min: -40 * 24 * 60, max: 2 * 24 * 60 })
    fc.assert(
      fc.property(fc.constantFrom(...TEN_YEARS), moment, moment, (useDate, one, other) => {
        const start = Date.parse(instantAt(useDate, '00:00'))
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map(minutes =>
          phaseAt(MITAKA_WINDOWS, useDate, new Date(start + minutes * 60_000).toISOString()),
        )
        expect(order.indexOf(early ?? '')).toBeGreaterThanOrEqual(0)
        expect(order.indexOf(early ?? '')).toBeLessThanOrEqual(order.indexOf(late ?? ''))
      }),
    )
  })
})

function instantBefore(instant: Instant): Instant {
  return new Date(Date.parse(instant) - 1).toISOString()
}
