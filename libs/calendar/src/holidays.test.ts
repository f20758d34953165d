import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  HOLIDAY_YEARS,
  holidayName,
  isOfficeDay,
  officeDayFrom,
  officeDaysBefore,
  YEAR_END_CLOSURE,
} from './holidays.ts'
import { addDays, datesBetween, daysBetween } from './local-date.ts'

const TEN_YEARS = datesBetween('2024-01-01', '2033-12-31')
const useDate = fc.constantFrom(...TEN_YEARS)

describe('national holidays', () => {
  test.each([
    ['2024-02-23', '天皇誕生日'],
    ['2024-03-20', '春分の日'],
    ['2025-01-01', '元日'],
  ])('%s is %s', (date, name) => {
    expect(holidayName(date)).toBe(name)
  })

  test.each(['2024-11-04', '2025-05-06', '2026-09-22', '2019-04-30', '2019-05-01'])(
    'substitute, bridging and one-off days count: %s',
    date => {
      expect(holidayName(date)).toBeDefined()
    },
  )

  // 2020 and 2021 moved holidays for the Games: a rule of thumb gets these wrong, the law's table does not.
  test.each(['2024-03-22', '2019-12-23', '2020-10-12', '2021-10-11', '2024-12-29'])('%s is none', date => {
    expect(holidayName(date)).toBeUndefined()
  })

  test('the table reaches from the first year to the last it promises, and no further', () => {
    const { first, last } = HOLIDAY_YEARS
    expect(holidayName(`${first}-01-01`)).toBe('元日')
    expect(holidayName(`${last}-11-23`)).toBe('勤労感謝の日')
    expect(holidayName(`${first - 1}-01-01`)).toBeUndefined()
    expect(holidayName(`${last + 1}-01-01`)).toBeUndefined()
  })
})

describe('M21: office days', () => {
  test.each([
    ['2024-12-27', true, 'Friday before the year end'],
    ['2024-12-28', false, 'Saturday'],
    ['2024-12-29', false, 'first day of the closure'],
    ['2024-12-31', false, 'in the closure'],
    ['2025-01-03', false, 'last day of the closure, a Friday'],
    ['2025-01-06', true, 'Monday after it'],
    ['2027-01-04', true, 'the day after the closure, a Monday'],
    ['2024-12-01', false, 'Sunday'],
    ['2024-11-04', false, 'substitute holiday, a Monday'],
    ['2024-02-29', true, 'leap day, a Thursday'],
  ])('%s is an office day: %s (%s)', (date, expected) => {
    expect(isOfficeDay(date)).toBe(expected)
  })

  test('the closure is a setting', () => {
    expect(isOfficeDay('2024-12-30', [])).toBe(true)
    expect(isOfficeDay('2024-08-14', [...YEAR_END_CLOSURE, { from: '08-13', to: '08-15' }])).toBe(false)
    expect(isOfficeDay('2024-08-16', [...YEAR_END_CLOSURE, { from: '08-13', to: '08-15' }])).toBe(true)
  })

  test.each([
    ['2024-12-01', 0, '2024-12-01'],
    ['2024-12-01', 1, '2024-11-29'],
    ['2024-12-01', 2, '2024-11-28'],
    ['2025-01-04', 2, '2024-12-26'],
    ['2019-05-07', 1, '2019-04-26'],
  ])('before %s the office day number %i is %s', (date, n, expected) => {
    expect(officeDaysBefore(date, n)).toBe(expected)
  })

  test('officeDaysBefore agrees with listing the days backwards and picking the n-th', () => {
    fc.assert(
      fc.property(useDate, fc.integer({ min: 1, max: 20 }), (date, n) => {
        const earlier = datesBetween(addDays(date, -90), addDays(date, -1)).toReversed()
        const officeDays = earlier.filter(day => {
          const { dayOfWeek, month, day: dayOfMonth } = Temporal.PlainDate.from(day)
          const yearEnd = (month === 12 && dayOfMonth >= 29) || (month === 1 && dayOfMonth <= 3)
          return dayOfWeek <= 5 && !yearEnd && holidayName(day) === undefined
        })
        expect(officeDaysBefore(date, n)).toBe(officeDays[n - 1])
      }),
    )
  })

  test('officeDayFrom is the first office day on or after the date', () => {
    expect(officeDayFrom('2024-11-02')).toBe('2024-11-05')
    expect(officeDayFrom('2024-11-05')).toBe('2024-11-05')
    expect(officeDayFrom('2024-12-28')).toBe('2025-01-06')
    for (const date of TEN_YEARS) {
      const found = officeDayFrom(date)
      const passed = daysBetween(date, found)
      expect(isOfficeDay(found)).toBe(true)
      expect(passed).toBeGreaterThanOrEqual(0)
      expect(datesBetween(date, addDays(found, -1)).some(day => isOfficeDay(day))).toBe(false)
    }
  })

  test('closures that leave no office day are a fault, not an endless search', () => {
    const always = [{ from: '01-01', to: '12-31' }]
    expect(() => officeDaysBefore('2024-12-01', 1, always)).toThrow(RangeError)
    expect(() => officeDayFrom('2024-12-01', always)).toThrow(RangeError)
  })
})
