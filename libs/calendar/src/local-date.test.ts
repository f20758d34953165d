import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dateInMonth,
  datesBetween,
  daysBetween,
  isLocalDate,
  monthDates,
  monthsBetween,
  weekday,
} from './local-date.ts'

const localDate = fc
  .date({
    min: new Date('1868-01-01T00:00:00Z'),
    max: new Date('2150-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString().slice(0, 10))

describe('isLocalDate', () => {
  test.each(['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01', '9999-12-31'])(
    'accepts the existing day %s',
    text => {
      expect(isLocalDate(text)).toBe(true)
    },
  )

  test.each([
    '2025-02-30',
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-1-1',
    '2025/01/01',
    '20250101',
    '0000-01-01',
    '+002025-01-01',
    '2025-01-01T00:00:00.000Z',
    ' 2025-01-01',
    '2025-01-01\n',
    '２０２５-01-01',
    '',
  ])('refuses %j', text => {
    expect(isLocalDate(text)).toBe(false)
  })

  test('agrees with Temporal on every year-month-day spelling', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          expect(isLocalDate(text)).toBe(temporalAccepts(text))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('day arithmetic', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2024-12-01', -35, '2024-10-27'],
    ['2024-12-01', 0, '2024-12-01'],
  ])('%s %i days on is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to)
    expect(daysBetween(from, to)).toBe(days)
  })

  test('addDays is undone by the opposite step, agrees with Temporal, and daysBetween measures it', () => {
    fc.assert(
      fc.property(localDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const moved = addDays(date, days)
        expect(addDays(moved, -days)).toBe(date)
        expect(moved).toBe(Temporal.PlainDate.from(date).add({ days }).toString())
        expect(daysBetween(date, moved)).toBe(days)
      }),
    )
  })

  test('later days compare as greater text', () => {
    fc.assert(fc.property(localDate, fc.nat(40_000), (date, days) => date < addDays(date, days + 1)))
  })

  test('a date beyond the four-digit years is a fault, not a text that no longer compares', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('not a date', 1)).toThrow(RangeError)
    expect(() => weekday('not a date')).toThrow(RangeError)
  })
})

describe('monthsBetween', () => {
  test.each([
    ['2024-11', '2025-02', ['2024-11', '2024-12', '2025-01', '2025-02']],
    ['2024-12', '2024-12', ['2024-12']],
    ['2024-12', '2024-11', []],
    // As text the month after December 9999 comes before it, and a loop over texts has no end there (P2).
    ['9999-12', '9999-12', ['9999-12']],
    ['9999-12', '10000-01', ['9999-12', '10000-01']],
  ])('from %s to %s', (from, to, months) => {
    expect(monthsBetween(from, to)).toEqual(months)
  })
})

describe('weekday', () => {
  // April 2024 starts on a Monday: the manual's printed calendar is wrong (docs/rules.md).
  test.each([
    ['2024-04-01', 'mon'],
    ['2024-10-27', 'sun'],
    ['2024-02-29', 'thu'],
    ['2024-12-25', 'wed'],
    ['1969-12-31', 'wed'],
  ])('%s is %s', (date, day) => {
    expect(weekday(date)).toBe(day)
  })

  test('agrees with Temporal', () => {
    const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
    fc.assert(
      fc.property(localDate, date => {
        expect(weekday(date)).toBe(names[Temporal.PlainDate.from(date).dayOfWeek - 1])
      }),
    )
  })
})

describe('spans of days', () => {
  test('datesBetween includes both ends and is empty when reversed', () => {
    expect(datesBetween('2024-12-30', '2025-01-02')).toEqual([
      '2024-12-30',
      '2024-12-31',
      '2025-01-01',
      '2025-01-02',
    ])
    expect(datesBetween('2024-12-30', '2024-12-30')).toEqual(['2024-12-30'])
    expect(datesBetween('2024-12-31', '2024-12-30')).toEqual([])
    expect(datesBetween('2024-12-31', '2024-12-01')).toEqual([])
  })

  test.each([
    ['2024-02', 29],
    ['2025-02', 28],
    ['1900-02', 28],
    ['2026-12', 31],
    ['2026-04', 30],
  ])('month %s has %i days', (month, length) => {
    const dates = monthDates(month)
    expect(dates).toHaveLength(length)
    expect(dates[0]).toBe(`${month}-01`)
    expect(dates.at(-1)).toBe(`${month}-${length}`)
  })

  test.each([
    ['2024-12', 1, '2025-01'],
    ['2025-01', -1, '2024-12'],
    ['2025-01', -2, '2024-11'],
    ['2025-06', -30, '2022-12'],
    ['2025-06', 0, '2025-06'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  test('dateInMonth takes the last day where the month is shorter', () => {
    expect(dateInMonth('2025-02', 31)).toBe('2025-02-28')
    expect(dateInMonth('2024-02', 30)).toBe('2024-02-29')
    expect(dateInMonth('2024-12', 31)).toBe('2024-12-31')
    expect(dateInMonth('2024-12', 1)).toBe('2024-12-01')
  })
})

function temporalAccepts(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
    return year > 0
  } catch {
    return false
  }
}
