import type { ClosingPlan } from '@asaichi/contract/reservation/closing-plan.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { expect, test } from 'vitest'
import { closingSpans } from './closing-spans.ts'

const PLAN: ClosingPlan = {
  kind: 'closure',
  reason: '工事',
  venueId: 'kokaido',
  spaceIds: [],
  first: '2024-12-02',
  last: '2024-12-15',
  weekdays: [],
  from: '09:00',
  to: '12:00',
}
const spansOf = (differences: Partial<ClosingPlan>) => {
  const spans = closingSpans({ ...PLAN, ...differences }, demoVenue())
  return spans.ok ? spans.value.map(({ date, spaceId }) => `${date} ${spaceId}`) : spans.refusal.code
}

test('G13: a whole hall closes with its parts, once', () => {
  const days = spansOf({ last: '2024-12-02' })
  expect(days).toContain('2024-12-02 hall')
  expect(days).not.toContain('2024-12-02 hall-a')
  expect(spansOf({ last: '2024-12-02', spaceIds: ['hall-a', 'hall-b'] })).toHaveLength(2)
})

test('W13m: weekdays repeat within the span', () => {
  expect(spansOf({ spaceIds: ['yoshitsu'], weekdays: ['mon', 'sun'] })).toEqual([
    '2024-12-02 yoshitsu',
    '2024-12-08 yoshitsu',
    '2024-12-09 yoshitsu',
    '2024-12-15 yoshitsu',
  ])
})

test.each([
  [{ last: '2024-12-01' }, 'nothing-to-hold'],
  [{ spaceIds: ['elsewhere'] }, 'nothing-to-hold'],
  [{ last: '2999-12-31' }, 'too-many-spans'],
  [{ spaceIds: ['yoshitsu'], last: '2025-06-20' }, 'too-many-spans'],
  [{ from: '09:10' }, 'off-grid'],
  [{ to: '09:00' }, 'off-grid'],
])('W13m: %j is refused as %s', (differences, code) => {
  expect(spansOf(differences)).toBe(code)
})
