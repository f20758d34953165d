import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GRID_MINUTES, isOnGrid, minutesOf, overlaps, slotIndex, slotTimes, timeOf } from './grid.ts'

const gridTime = fc.integer({ min: 0, max: 48 }).map(index => timeOf(index * GRID_MINUTES))
const anySpan = fc.record({ from: gridTime, to: gridTime })

describe('M13: the 30-minute grid', () => {
  test.each(['00:00', '00:30', '09:00', '10:30', '23:30', '24:00'])('%s is on the grid', time => {
    expect(isOnGrid(time)).toBe(true)
  })

  test.each(['09:15', '9:00', '24:30', '25:00', '09:60', '09:00:00', '-1:00', '０９:00', '24:00\n', ''])(
    '%j is off the grid',
    time => {
      expect(isOnGrid(time)).toBe(false)
    },
  )

  test('minutes and times translate both ways for every minute of the day', () => {
    for (let minutes = 0; minutes <= 1440; minutes += 1) {
      expect(minutesOf(timeOf(minutes))).toBe(minutes)
      expect(isOnGrid(timeOf(minutes))).toBe(minutes % 30 === 0)
    }
    expect(timeOf(1440)).toBe('24:00')
    expect(timeOf(0)).toBe('00:00')
  })

  test.each([-1, 1441, 10.5, Number.NaN])('%d is no minute of the day', minutes => {
    expect(() => timeOf(minutes)).toThrow(RangeError)
  })

  test('a text that is no time, or a time off the grid, is a fault', () => {
    expect(() => minutesOf('9:00')).toThrow(RangeError)
    expect(() => minutesOf('24:01')).toThrow(RangeError)
    expect(() => slotIndex('09:15')).toThrow(RangeError)
  })

  test('slotIndex numbers the day 0 to 48', () => {
    expect(slotIndex('00:00')).toBe(0)
    expect(slotIndex('10:30')).toBe(21)
    expect(slotIndex('24:00')).toBe(48)
  })

  test('slotTimes lists the starts in [from, to)', () => {
    expect(slotTimes('09:00', '10:30')).toEqual(['09:00', '09:30', '10:00'])
    expect(slotTimes('23:30', '24:00')).toEqual(['23:30'])
    expect(slotTimes('09:00', '09:00')).toEqual([])
    expect(slotTimes('10:00', '09:00')).toEqual([])
    expect(slotTimes('00:00', '24:00')).toHaveLength(48)
  })
})

describe('overlaps', () => {
  const span = (from: string, to: string) => ({ from, to })

  test.each([
    {
      name: 'one ends where the other starts',
      a: span('09:00', '10:00'),
      b: span('10:00', '11:00'),
      expected: false,
    },
    {
      name: 'one reaches half an hour in',
      a: span('09:00', '10:30'),
      b: span('10:00', '11:00'),
      expected: true,
    },
    {
      name: 'one lies inside the other',
      a: span('09:00', '12:00'),
      b: span('10:00', '11:00'),
      expected: true,
    },
    { name: 'the same', a: span('09:00', '10:00'), b: span('09:00', '10:00'), expected: true },
    {
      name: 'an empty one inside the other',
      a: span('10:00', '10:00'),
      b: span('09:00', '11:00'),
      expected: false,
    },
    {
      name: 'the last slot of the day',
      a: span('23:30', '24:00'),
      b: span('23:00', '24:00'),
      expected: true,
    },
  ])('$name: $expected', ({ a, b, expected }) => {
    expect(overlaps(a, b)).toBe(expected)
    expect(overlaps(b, a)).toBe(expected)
  })

  test('is true exactly when the spans share a slot, whichever comes first', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const held = new Set(slotTimes(a.from, a.to))
        const shared = slotTimes(b.from, b.to).some(time => held.has(time))
        expect(overlaps(a, b)).toBe(shared)
        expect(overlaps(b, a)).toBe(shared)
      }),
    )
  })
})
