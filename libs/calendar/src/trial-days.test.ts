import { describe, expect, test } from 'vitest'
import { holidayName, isOfficeDay } from './holidays.ts'
import { addDays, dateInMonth, monthDates, weekday } from './local-date.ts'
import { AWKWARD_DAYS, awkwardDayOf, ORDINARY_DAY } from './trial-days.ts'

const dates = AWKWARD_DAYS.map(({ date }) => date)

test('M10, M21: in the windows of the ordinary day there is no holiday, and the day itself is no Tuesday', () => {
  const ahead = Array.from({ length: 36 }, (_, days) => addDays(ORDINARY_DAY, days))
  expect(ahead.filter(date => holidayName(date) !== undefined)).toEqual([])
  expect(weekday(ORDINARY_DAY)).toBe('wed')
})

describe('M10, M12, M21: the awkward days', () => {
  test('are twelve, each once, in order', () => {
    expect(dates).toHaveLength(12)
    expect([...new Set(dates)].toSorted()).toEqual(dates)
  })

  test('hold last days of months of 28, 29, 30 and 31 days', () => {
    const last = dates.filter(date => date === dateInMonth(date.slice(0, 7), 31))
    expect(new Set(last.map(date => monthDates(date.slice(0, 7)).length))).toEqual(new Set([28, 29, 30, 31]))
  })

  test('hold a Monday off for a holiday on a Sunday, and a run of three holidays', () => {
    const substitute = dates.filter(date => weekday(date) === 'mon' && /振替/.test(holidayName(date) ?? ''))
    expect(substitute).toEqual(['2027-03-22'])
    for (const date of ['2026-09-21', '2026-09-22', '2026-09-23']) expect(holidayName(date)).toBeDefined()
  })

  test('hold the year’s end and its first office day', () => {
    expect(isOfficeDay('2026-12-31')).toBe(false)
    expect([isOfficeDay('2027-01-03'), isOfficeDay('2027-01-04')]).toEqual([false, true])
  })

  test('take turns: twelve days in a row have them all, and a day always the same', () => {
    const turns = Array.from({ length: 12 }, (_, days) => awkwardDayOf(addDays('2026-11-20', days)).date)
    expect(turns.toSorted()).toEqual(dates)
    expect(awkwardDayOf('2026-11-29')).toEqual(awkwardDayOf('2026-11-29'))
  })
})
