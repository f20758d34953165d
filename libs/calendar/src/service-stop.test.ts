import type { ServiceStop } from '@asaichi/contract/catalog/service-stop.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './local-date.ts'
import { spanOf, whyStopped } from './service-stop.ts'

const YEARS_END: ServiceStop = {
  from: '2026-12-29',
  fromTime: '00:00',
  to: '2027-01-03',
  toTime: '24:00',
  text: '年末年始のため、手続きを休みます。',
}
const stoppedFrom = '2026-12-28T15:00:00.000Z'
const stoppedUntil = '2027-01-03T15:00:00.000Z'

test.each([
  ['2026-12-28T14:59:59.999Z', undefined],
  [stoppedFrom, stoppedUntil],
  ['2027-01-03T14:59:59.999Z', stoppedUntil],
  [stoppedUntil, undefined],
])('G14: at %s the stop of the year’s end holds until %s', (now, until) => {
  expect(whyStopped([YEARS_END], now)?.stoppedUntil).toBe(until)
})

test('G14: a stop that goes over into others ends with the last of them, and a city without any never stops', () => {
  const next = { ...YEARS_END, from: '2027-01-03', fromTime: '12:00', to: '2027-01-04', toTime: '08:00' }
  const apart = { ...YEARS_END, from: '2027-01-04', fromTime: '08:30', to: '2027-01-05', toTime: '08:00' }
  expect(whyStopped([apart, next, YEARS_END], stoppedFrom)).toEqual({
    text: YEARS_END.text,
    stoppedFrom,
    stoppedUntil: '2027-01-03T23:00:00.000Z',
  })
  expect(whyStopped(undefined, stoppedFrom)).toBeUndefined()
  expect(whyStopped([], stoppedFrom)).toBeUndefined()
})

test('G14: whatever the stops, where one is told it holds now, and at the end it tells none does', () => {
  const stop = fc
    .record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 92 }) })
    .map(({ start, length }) => ({
      ...YEARS_END,
      from: addDays('2027-01-01', start),
      to: addDays('2027-01-01', start + length - 1),
    }))
  fc.assert(
    fc.property(fc.array(stop, { maxLength: 20 }), fc.nat(140), (stops, day) => {
      const now = `${addDays('2027-01-01', day)}T03:00:00.000Z`
      const told = whyStopped(stops, now)
      const holds = stops.map(spanOf).some(one => one.stoppedFrom <= now && now < one.stoppedUntil)
      expect(told !== undefined).toBe(holds)
      if (told) expect(whyStopped(stops, told.stoppedUntil)).toBeUndefined()
    }),
  )
})
