import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import { MITAKA_WINDOWS, MONTHLY_ROUND } from '@asaichi/testkit/mitaka-windows.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt } from './instant.ts'
import { datesBetween } from './local-date.ts'
import { firstComeWindow, lotteryWindow, phaseAt } from './windows.ts'

const TEN_YEARS = datesBetween('2024-01-01', '2033-12-31')

type MonthlyLottery = Extract<WindowPolicy['lottery'], { readonly kind: 'monthly' }>

describe('S10: a monthly lottery', () => {
  const round: MonthlyLottery = MONTHLY_ROUND
  const monthly = (changes: Partial<MonthlyLottery> = {}): WindowPolicy => ({
    ...MITAKA_WINDOWS,
    lottery: { ...round, ...changes },
  })

  test.each(['2025-02-01', '2025-02-14', '2025-02-28'])(
    'all days of a month share one round: %s',
    useDate => {
      expect(lotteryWindow(monthly(), useDate)).toEqual({
        opensAt: instantAt('2024-12-01', '00:00'),
        closesAt: instantAt('2024-12-10', '24:00'),
        drawAt: instantAt('2024-12-12', '07:00'),
      })
      expect(firstComeWindow(monthly(), useDate).opensAt).toBe(instantAt('2024-12-12', '07:00'))
    },
  )

  test('first-come keeps its office-day deadline', () => {
    expect(firstComeWindow(monthly(), '2025-01-04').lastDay).toBe('2024-12-26')
  })

  test('first-come may have a day of its own, at the city’s opening time', () => {
    expect(firstComeWindow(monthly({ firstComeDay: 16 }), '2025-02-14').opensAt).toBe(
      instantAt('2024-12-16', '07:00'),
    )
    expect(firstComeWindow(monthly({ firstComeDay: 1 }), '2025-02-14').opensAt).toBe(
      instantAt('2025-01-01', '07:00'),
    )
  })

  test('first-come on the day of the draw waits for the draw', () => {
    const policy = monthly({ firstComeDay: 12, drawTime: '13:00' })
    expect(firstComeWindow(policy, '2025-02-14').opensAt).toBe(instantAt('2024-12-12', '13:00'))
  })

  test('a round that runs over the month’s end: 15th to 28th, draw on the 1st', () => {
    const policy = monthly({ opensDay: 15, closesDay: 28, drawDay: 1, drawTime: '13:00' })
    expect(lotteryWindow(policy, '2025-02-14')).toEqual({
      opensAt: instantAt('2024-12-15', '00:00'),
      closesAt: instantAt('2024-12-28', '24:00'),
      drawAt: instantAt('2025-01-01', '13:00'),
    })
  })

  test('a day the month lacks is its last day, leap years included', () => {
    const policy = monthly({ closesDay: 31, drawDay: 1 })
    expect(lotteryWindow(policy, '2024-04-10')?.closesAt).toBe(instantAt('2024-02-29', '24:00'))
    expect(lotteryWindow(policy, '2025-04-10')?.closesAt).toBe(instantAt('2025-02-28', '24:00'))
    expect(lotteryWindow(policy, '2025-04-10')?.drawAt).toBe(instantAt('2025-03-01', '07:00'))
  })

  test('whatever the days, the order holds: opens < closes <= draw <= first-come opens', () => {
    const dayOfMonth = fc.integer({ min: 1, max: 31 })
    const lottery = fc.record({
      kind: fc.constant('monthly' as const),
      monthsBefore: fc.integer({ min: 1, max: 6 }),
      opensDay: dayOfMonth,
      closesDay: dayOfMonth,
      drawDay: dayOfMonth,
      drawTime: fc.constantFrom('00:00', '07:00', '13:00'),
      firstComeDay: fc.option(dayOfMonth, { nil: undefined }),
    })
    const closedDays = fc.constantFrom('as-is' as const, 'next-office-day' as const)
    fc.assert(
      fc.property(lottery, closedDays, fc.constantFrom(...TEN_YEARS), (monthlyLottery, rule, useDate) => {
        const policy: WindowPolicy = { ...MITAKA_WINDOWS, lottery: monthlyLottery, closedDays: rule }
        const window = lotteryWindow(policy, useDate)
        if (window === undefined) throw new Error('A monthly lottery has a window')
        expect(window.opensAt < window.closesAt).toBe(true)
        expect(window.closesAt <= window.drawAt).toBe(true)
        expect(window.drawAt <= firstComeWindow(policy, useDate).opensAt).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('settings', () => {
  const noLottery: WindowPolicy = { ...MITAKA_WINDOWS, lottery: { kind: 'none' } }

  test('without a lottery first-come opens by itself', () => {
    expect(lotteryWindow(noLottery, '2024-12-01')).toBeUndefined()
    expect(firstComeWindow(noLottery, '2024-12-01')).toEqual(firstComeWindow(MITAKA_WINDOWS, '2024-12-01'))
    expect(phaseAt(noLottery, '2024-12-01', '2024-10-30T00:00:00.000Z')).toBe('before')
    expect(phaseAt(noLottery, '2024-12-01', '2024-11-02T21:59:59.999Z')).toBe('before')
    expect(phaseAt(noLottery, '2024-12-01', '2024-11-02T22:00:00.000Z')).toBe('first-come')
    expect(phaseAt(noLottery, '2024-12-01', '2024-11-28T15:00:00.000Z')).toBe('closed')
  })

  test('M18: first-come set to open before the draw waits for the draw', () => {
    const early = { ...MITAKA_WINDOWS, firstCome: { ...MITAKA_WINDOWS.firstCome, opensDaysBefore: 40 } }
    expect(firstComeWindow(early, '2024-12-01').opensAt).toBe(lotteryWindow(early, '2024-12-01')?.drawAt)
  })

  test('M18: first-come set to open after the draw leaves a pause between', () => {
    const late = { ...MITAKA_WINDOWS, firstCome: { ...MITAKA_WINDOWS.firstCome, opensDaysBefore: 27 } }
    expect(phaseAt(late, '2024-12-01', '2024-11-03T21:59:59.999Z')).toBe('drawing')
    expect(phaseAt(late, '2024-12-01', '2024-11-03T22:00:00.000Z')).toBe('first-come')
  })

  test('a draw on a closed day moves to the next office day where the city says so, its entries do not', () => {
    const moved: WindowPolicy = { ...MITAKA_WINDOWS, closedDays: 'next-office-day' }
    // 2024-11-03 is a Sunday and a holiday, 11-04 its substitute.
    expect(lotteryWindow(moved, '2024-12-01')).toEqual({
      ...lotteryWindow(MITAKA_WINDOWS, '2024-12-01'),
      drawAt: instantAt('2024-11-05', '07:00'),
    })
    expect(firstComeWindow(moved, '2024-12-01').opensAt).toBe(instantAt('2024-11-05', '07:00'))
    expect(lotteryWindow(moved, '2024-12-25')).toEqual(lotteryWindow(MITAKA_WINDOWS, '2024-12-25'))
  })

  test('office closures of the city count in the deadline', () => {
    const policy: WindowPolicy = { ...MITAKA_WINDOWS, officeClosures: [] }
    expect(firstComeWindow(policy, '2025-01-04').lastDay).toBe('2025-01-02')
  })

  test('zero office days before is the use date itself, even a Sunday', () => {
    const policy = {
      ...MITAKA_WINDOWS,
      firstCome: { ...MITAKA_WINDOWS.firstCome, closesOfficeDaysBefore: 0 },
    }
    expect(firstComeWindow(policy, '2024-12-01').lastDay).toBe('2024-12-01')
  })
})

describe('a first-come window that holidays swallow', () => {
  const shortNotice = { opensDaysBefore: 3, opensTime: '07:00', closesOfficeDaysBefore: 2 }

  test('is empty: it would close before it opens', () => {
    const { opensAt, closesAt } = firstComeWindow(
      { ...MITAKA_WINDOWS, lottery: { kind: 'none' }, firstCome: shortNotice },
      '2025-01-04',
    )
    expect(closesAt < opensAt).toBe(true)
  })

  test('is never announced as coming', () => {
    const policy: WindowPolicy = { ...MITAKA_WINDOWS, lottery: { kind: 'none' }, firstCome: shortNotice }
    for (const now of ['2024-12-01T00:00:00.000Z', '2024-12-30T00:00:00.000Z', '2025-01-01T00:00:00.000Z'])
      expect(phaseAt(policy, '2025-01-04', now)).toBe('closed')
  })

  test('still has its lottery', () => {
    const days = { opensDaysBefore: 7, closesDaysBefore: 5, drawDaysBefore: 3 }
    const policy: WindowPolicy = {
      ...MITAKA_WINDOWS,
      lottery: { kind: 'rolling', ...days, drawTime: '07:00' },
      firstCome: shortNotice,
    }
    expect(phaseAt(policy, '2025-01-04', instantAt('2024-12-28', '00:00'))).toBe('lottery')
    expect(phaseAt(policy, '2025-01-04', instantAt('2024-12-31', '00:00'))).toBe('drawing')
    expect(phaseAt(policy, '2025-01-04', instantAt('2025-01-01', '07:00'))).toBe('closed')
  })
})
