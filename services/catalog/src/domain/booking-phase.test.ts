import { datesBetween } from '@asaichi/calendar/local-date.ts'
import { phaseAt } from '@asaichi/calendar/windows.ts'
import { MITAKA_WINDOWS } from '@asaichi/testkit/mitaka-windows.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookingPhase, nextPhaseChange, openingAhead } from './booking-phase.ts'

const useDate = fc.constantFrom(...datesBetween('2024-10-01', '2026-03-31'))
const instant = fc
  .date({ min: new Date('2024-07-01'), max: new Date('2026-05-01'), noInvalidDate: true })
  .map(date => date.toISOString())

test('between now and the next change the phase stays as it is', () => {
  fc.assert(
    fc.property(useDate, instant, fc.double({ min: 0, max: 0.999_999, noNaN: true }), (date, now, share) => {
      const next = nextPhaseChange(MITAKA_WINDOWS, date, now)
      const end = next === undefined ? Date.parse(now) + 400 * 86_400_000 : Date.parse(next)
      const between = new Date(Date.parse(now) + Math.floor((end - Date.parse(now)) * share)).toISOString()
      expect(phaseAt(MITAKA_WINDOWS, date, between)).toBe(phaseAt(MITAKA_WINDOWS, date, now))
      expect(openingAhead(MITAKA_WINDOWS, date, between)).toBe(openingAhead(MITAKA_WINDOWS, date, now))
    }),
  )
})

test('M18: by the clock first-come, a date with a lottery still waits for its draw; one without does not', () => {
  const now = '2024-11-02T22:00:00.000Z'
  const noLottery = { ...MITAKA_WINDOWS, lottery: { kind: 'none' } } as const
  expect(bookingPhase(MITAKA_WINDOWS, '2024-12-01', { now, drawn: false })).toBe('drawing')
  expect(bookingPhase(MITAKA_WINDOWS, '2024-12-01', { now, drawn: true })).toBe('first-come')
  expect(bookingPhase(noLottery, '2024-12-01', { now, drawn: false })).toBe('first-come')
  expect(bookingPhase(MITAKA_WINDOWS, '2024-12-01', { now: '2024-11-28T15:00:00.000Z', drawn: false })).toBe(
    'closed',
  )
})
