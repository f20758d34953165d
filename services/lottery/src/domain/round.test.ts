import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import { MITAKA_WINDOWS } from '@asaichi/testkit/mitaka-windows.ts'
import { expect, test } from 'vitest'
import { plannedRounds } from './round.ts'

const MONTHLY: WindowPolicy = {
  ...MITAKA_WINDOWS,
  lottery: { kind: 'monthly', monthsBefore: 2, opensDay: 1, closesDay: 10, drawDay: 12, drawTime: '07:00' },
}

test('M17: the plan holds every date whose window opens today or tomorrow, and all before', () => {
  const rounds = plannedRounds(MITAKA_WINDOWS, '2024-10-27')
  expect(rounds.find(round => round.first === '2024-12-01')).toEqual({
    first: '2024-12-01',
    last: '2024-12-01',
    opensAt: '2024-10-26T15:00:00.000Z',
    closesAt: '2024-11-02T15:00:00.000Z',
    drawAt: '2024-11-02T22:00:00.000Z',
  })
  expect(rounds[0]?.first).toBe('2024-10-27')
  expect(rounds.some(round => round.first === '2024-12-02')).toBe(true)
})

test('S10: a city without a lottery plans no round', () => {
  expect(plannedRounds({ ...MITAKA_WINDOWS, lottery: { kind: 'none' } }, '2024-10-27')).toEqual([])
})

test('S10: monthly windows make one round of all dates of a month, whatever day it is planned on', () => {
  const rounds = plannedRounds(MONTHLY, '2024-10-27')
  expect(rounds.map(({ first, last }) => [first, last])).toEqual([
    ['2024-10-27', '2024-10-31'],
    ['2024-11-01', '2024-11-30'],
    ['2024-12-01', '2024-12-31'],
    ['2025-01-01', '2025-01-31'],
  ])
  expect(rounds[2]).toMatchObject({
    opensAt: '2024-09-30T15:00:00.000Z',
    closesAt: '2024-10-10T15:00:00.000Z',
    drawAt: '2024-10-11T22:00:00.000Z',
  })
})

test('S10: dates that a round has already stay with it when the windows change', () => {
  const rounds = plannedRounds(MONTHLY, '2024-10-27', [{ first: '2024-12-05', last: '2024-12-05' }])
  expect(rounds.filter(({ first }) => first >= '2024-12').map(({ first, last }) => [first, last])).toEqual([
    ['2024-12-01', '2024-12-04'],
    ['2024-12-06', '2024-12-31'],
    ['2025-01-01', '2025-01-31'],
  ])
})
