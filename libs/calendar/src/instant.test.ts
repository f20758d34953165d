import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeOf } from './grid.ts'
import {
  addMinutes,
  addMs,
  instantAt,
  localDateOf,
  localTimeOf,
  nextTimeOfDay,
  startOfDay,
  TOKYO,
} from './instant.ts'
import { addDays } from './local-date.ts'

const instant = fc
  .date({
    min: new Date('1952-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString())
const localDate = instant.map(text => text.slice(0, 10))
const minute = fc.integer({ min: 0, max: 1439 }).map(timeOf)

describe('instantAt', () => {
  test.each([
    ['2024-11-03', '07:00', '2024-11-02T22:00:00.000Z'],
    ['2024-11-03', '00:00', '2024-11-02T15:00:00.000Z'],
    ['2024-11-03', '09:00', '2024-11-03T00:00:00.000Z'],
    ['2024-11-03', '24:00', '2024-11-03T15:00:00.000Z'],
    ['2024-02-28', '24:00', '2024-02-28T15:00:00.000Z'],
    ['2024-02-29', '07:00', '2024-02-28T22:00:00.000Z'],
    ['2024-12-31', '24:00', '2024-12-31T15:00:00.000Z'],
    ['2025-01-01', '07:00', '2024-12-31T22:00:00.000Z'],
  ])('%s %s in Tokyo is %s', (date, time, expected) => {
    expect(instantAt(date, time)).toBe(expected)
  })

  test('24:00 is the start of the next day', () => {
    fc.assert(fc.property(localDate, date => instantAt(date, '24:00') === startOfDay(addDays(date, 1))))
  })

  test('Tokyo without zone tables agrees with Temporal', () => {
    fc.assert(
      fc.property(localDate, minute, (date, time) => {
        const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: TOKYO, plainTime: time })
        expect(Date.parse(instantAt(date, time))).toBe(zoned.epochMilliseconds)
      }),
    )
  })

  test('a zone without summer time keeps its offset all year, one with summer time does not', () => {
    expect(instantAt('2025-01-15', '07:00', 'Asia/Bangkok')).toBe('2025-01-15T00:00:00.000Z')
    expect(instantAt('2025-07-15', '07:00', 'Asia/Bangkok')).toBe('2025-07-15T00:00:00.000Z')
    expect(instantAt('2025-01-15', '07:00', 'Europe/Helsinki')).toBe('2025-01-15T05:00:00.000Z')
    expect(instantAt('2025-07-15', '07:00', 'Europe/Helsinki')).toBe('2025-07-15T04:00:00.000Z')
    expect(instantAt('2024-12-31', '24:00', 'Europe/Helsinki')).toBe('2024-12-31T22:00:00.000Z')
    expect(startOfDay('2025-07-15', 'Asia/Bangkok')).toBe('2025-07-14T17:00:00.000Z')
  })

  test('a text that is no date or time is a fault', () => {
    expect(() => instantAt('2024-13-01', '07:00')).toThrow(RangeError)
    expect(() => instantAt('2024-12-01', '24:30')).toThrow(RangeError)
    expect(() => instantAt('2024-12-01', '7:00', 'Asia/Bangkok')).toThrow(RangeError)
  })
})

describe('local date and time', () => {
  test('the day changes at 15:00 UTC', () => {
    expect(localDateOf('2024-12-31T14:59:59.999Z')).toBe('2024-12-31')
    expect(localTimeOf('2024-12-31T14:59:59.999Z')).toBe('23:59')
    expect(localDateOf('2024-12-31T15:00:00.000Z')).toBe('2025-01-01')
    expect(localTimeOf('2024-12-31T15:00:00.000Z')).toBe('00:00')
    expect(localDateOf('2024-12-31T15:00:00.000Z', 'Europe/Helsinki')).toBe('2024-12-31')
    expect(localTimeOf('2024-12-31T15:00:00.000Z', 'Europe/Helsinki')).toBe('17:00')
  })

  test.each([TOKYO, 'Asia/Bangkok'])('undo instantAt in %s', zone => {
    fc.assert(
      fc.property(localDate, minute, (date, time) => {
        const at = instantAt(date, time, zone)
        expect(localDateOf(at, zone)).toBe(date)
        expect(localTimeOf(at, zone)).toBe(time)
      }),
    )
  })
})

describe('moving an instant', () => {
  test('keeps three decimals', () => {
    expect(addMs('2024-11-02T22:00:00.000Z', -1)).toBe('2024-11-02T21:59:59.999Z')
    expect(addMinutes('2024-12-31T23:45:00.000Z', 30)).toBe('2025-01-01T00:15:00.000Z')
    expect(addMinutes('2024-11-02T22:00:00.000Z', 0)).toBe('2024-11-02T22:00:00.000Z')
  })
})

describe('G4: the next time of day', () => {
  test.each([
    {
      name: 'before 07:00 it is the same morning',
      from: '2024-11-02T21:59:59.999Z',
      time: '07:00',
      expected: '2024-11-02T22:00:00.000Z',
    },
    {
      name: 'at 07:00 exactly it is tomorrow',
      from: '2024-11-02T22:00:00.000Z',
      time: '07:00',
      expected: '2024-11-03T22:00:00.000Z',
    },
    {
      name: 'after 07:00 it is tomorrow',
      from: '2024-11-02T22:00:00.001Z',
      time: '07:00',
      expected: '2024-11-03T22:00:00.000Z',
    },
    {
      name: 'at the year end',
      from: '2024-12-31T03:00:00.000Z',
      time: '07:00',
      expected: '2024-12-31T22:00:00.000Z',
    },
    {
      name: 'into a leap day',
      from: '2024-02-28T03:00:00.000Z',
      time: '07:00',
      expected: '2024-02-28T22:00:00.000Z',
    },
    {
      name: '24:00 at midnight is the next midnight',
      from: '2024-11-02T15:00:00.000Z',
      time: '24:00',
      expected: '2024-11-03T15:00:00.000Z',
    },
    {
      name: '24:00 is the coming midnight',
      from: '2024-11-02T14:59:59.999Z',
      time: '24:00',
      expected: '2024-11-02T15:00:00.000Z',
    },
  ])('$name', ({ from, time, expected }) => {
    expect(nextTimeOfDay(from, time)).toBe(expected)
  })

  test('is later by at most a day and shows the time asked for', () => {
    fc.assert(
      fc.property(instant, minute, (from, time) => {
        const next = nextTimeOfDay(from, time)
        expect(next > from).toBe(true)
        expect(next <= addMinutes(from, 1440)).toBe(true)
        expect(localTimeOf(next)).toBe(time)
        expect(next.endsWith(':00.000Z')).toBe(true)
      }),
    )
  })
})
