import { MITAKA_WINDOWS } from '@asaichi/calendar/windows.ts'
import { expect, test } from 'vitest'
import { plannedRounds } from './round.ts'

test('M17: the plan holds every date whose window opens today or tomorrow, and all before', () => {
  const rounds = plannedRounds(MITAKA_WINDOWS, '2024-10-27')
  expect(rounds.find(round => round.date === '2024-12-01')).toEqual({
    date: '2024-12-01',
    opensAt: '2024-10-26T15:00:00.000Z',
    closesAt: '2024-11-02T15:00:00.000Z',
    drawAt: '2024-11-02T22:00:00.000Z',
  })
  expect(rounds[0]?.date).toBe('2024-10-27')
  expect(rounds.some(round => round.date === '2024-12-02')).toBe(true)
})

test('S10: a city without a lottery plans no round', () => {
  expect(plannedRounds({ ...MITAKA_WINDOWS, lottery: { kind: 'none' } }, '2024-10-27')).toEqual([])
})
