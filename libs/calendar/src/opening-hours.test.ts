import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { describe, expect, test } from 'vitest'
import { HOLIDAY_CLOSING, hoursOn, WEEKLY_CLOSING, type WeeklyHours } from './opening-hours.ts'

const day = { opens: '09:00', closes: '21:00' }
const tuesday = { opens: '10:30', closes: '21:00' }
const venue: WeeklyHours = {
  ...demoVenue().hours,
  closures: [{ from: '2024-12-29', to: '2025-01-03', reason: '年末年始' }],
}

describe('M10–M12: opening hours', () => {
  test.each([
    ['2024-12-02', day],
    ['2024-12-03', tuesday],
    ['2024-12-07', day],
    ['2024-12-08', day],
    ['2024-02-29', day],
  ])('an ordinary %s has its weekday row', (date, expected) => {
    expect(hoursOn(venue, date)).toEqual(expected)
  })

  // 2025-02-11 and 2025-05-06 (振替) are Tuesdays.
  test.each(['2025-02-11', '2025-05-06'])('a holiday on a Tuesday: the holiday row wins (%s)', date => {
    expect(hoursOn(venue, date)).toEqual(day)
    expect(hoursOn({ ...venue, holidayRule: 'holiday-wins' }, date)).toEqual(day)
  })

  test('a holiday on a Tuesday: the weekday row wins where the city says so', () => {
    expect(hoursOn({ ...venue, holidayRule: 'weekday-wins' }, '2025-02-11')).toEqual(tuesday)
  })

  test('without a holiday row a holiday is an ordinary weekday', () => {
    expect(hoursOn({ ...venue, holiday: undefined }, '2025-02-11')).toEqual(tuesday)
  })

  test('a closed weekday opens on a holiday only when the holiday row wins', () => {
    const closedMondays: WeeklyHours = { ...venue, mon: 'closed' }
    expect(hoursOn(closedMondays, '2024-12-02')).toEqual({ closed: WEEKLY_CLOSING })
    expect(hoursOn(closedMondays, '2024-11-04')).toEqual(day)
    expect(hoursOn({ ...closedMondays, holidayRule: 'weekday-wins' }, '2024-11-04')).toEqual({
      closed: WEEKLY_CLOSING,
    })
  })

  test('a venue shut on holidays says so', () => {
    expect(hoursOn({ ...venue, holiday: 'closed' }, '2024-11-04')).toEqual({ closed: HOLIDAY_CLOSING })
    expect(hoursOn({ ...venue, holiday: 'closed' }, '2024-11-05')).toEqual(tuesday)
  })

  test.each([
    ['2024-12-28', day],
    ['2024-12-29', { closed: '年末年始' }],
    ['2024-12-31', { closed: '年末年始' }],
    ['2025-01-01', { closed: '年末年始' }],
    ['2025-01-03', { closed: '年末年始' }],
    ['2025-01-04', day],
  ])('a closure holds from its first to its last day, above the holiday row: %s', (date, expected) => {
    expect(hoursOn(venue, date)).toEqual(expected)
  })
})
