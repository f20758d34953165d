import { expect, test } from 'vitest'
import { phaseOf } from './phase.ts'

const hours = { opens: '09:00', closes: '21:00' }
const lottery = {
  opensAt: '2024-11-19T15:00:00.000Z',
  closesAt: '2024-11-26T15:00:00.000Z',
  drawAt: '2024-11-26T22:00:00.000Z',
}
const firstCome = { opensAt: '2024-11-26T22:00:00.000Z', closesAt: '2024-12-23T15:00:00.000Z' }

test.each([
  ['2024-11-19T14:59:59.999Z', 'before'],
  ['2024-11-19T15:00:00.000Z', 'lottery'],
  ['2024-11-26T15:00:00.000Z', 'waiting'],
  ['2024-11-26T21:59:59.999Z', 'waiting'],
  ['2024-11-26T22:00:00.000Z', 'first-come'],
  ['2024-12-23T15:00:00.000Z', 'over'],
])('M17, M18, M21: at %s the 25th of December 2024 is %s', (now, phase) => {
  expect(phaseOf({ hours, lottery, firstCome }, now)).toBe(phase)
})

test('M12, M21: a shut day, a city without lottery, and one that opens too late', () => {
  const now = '2024-11-20T00:00:00.000Z'
  expect(phaseOf({ hours: null, lottery, firstCome }, now)).toBe('shut')
  expect(phaseOf({ hours, lottery: null, firstCome }, now)).toBe('waiting')
  expect(phaseOf({ hours, lottery: null, firstCome: null }, now)).toBe('over')
})
