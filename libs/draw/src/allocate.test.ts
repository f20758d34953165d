import type { DrawEntry, DrawRule } from '@asaichi/contract/lottery/draw-bundle.ts'
import { describe, expect, test } from 'vitest'
import { entrant, entry, entryId, OPEN_ROUND, wish } from '../tests/rounds.ts'
import { allocate } from './allocate.ts'

const none: ReadonlySet<string> = new Set()

/** `won 0`, `lost taken`, … for entries already in the order of the draw. */
function outcomes(
  entries: readonly DrawEntry[],
  { rule = {}, excluded = none }: { rule?: Partial<DrawRule>; excluded?: ReadonlySet<string> } = {},
) {
  const terms = { listings: OPEN_ROUND.listings, rule: { ...OPEN_ROUND.rule, ...rule }, excluded }
  return allocate(entries, terms).map(({ outcome, wish: won, verdicts }) =>
    outcome === 'won' ? `won ${won}` : [outcome, ...verdicts].join(' '),
  )
}

describe('V2: overlap', () => {
  test.each([
    ['the same hour', wish('room-a', '09:00', '10:00'), 'lost taken'],
    ['an hour that begins inside', wish('room-a', '09:30', '10:30'), 'lost taken'],
    ['a span around it', wish('room-a', '08:00', '12:00'), 'lost taken'],
    ['the hour after it', wish('room-a', '10:00', '11:00'), 'won 0'],
    ['the hour before it', wish('room-a', '08:00', '09:00'), 'won 0'],
    ['the same hour on another day', wish('room-a', '09:00', '10:00', '2023-09-22'), 'won 0'],
    ['M13: another listing of the room', wish('room-a-paid', '09:00', '10:00'), 'lost taken'],
    ['M13: the hall the room is part of', wish('hall', '09:00', '10:00'), 'lost taken'],
    ['M13: another part of that hall', wish('room-b', '09:00', '10:00'), 'won 0'],
  ])('after a win of 09:00–10:00, %s', (_name, second, outcome) => {
    expect(outcomes([entry(1), entry(2, { wishes: [second] })])).toEqual(['won 0', outcome])
  })

  test('M13: a won hall blocks its parts', () => {
    const rivals = [
      entry(2),
      entry(3, { wishes: [wish('room-b', '09:00', '10:00')] }),
      entry(4, { wishes: [wish('room-b', '10:00', '11:00')] }),
    ]
    const hall = entry(1, { wishes: [wish('hall', '09:00', '10:00')] })
    expect(outcomes([hall, ...rivals])).toEqual(['won 0', 'lost taken', 'lost taken', 'won 0'])
  })
})

test('M19: wishes are tried in their order, and those after the won one are not', () => {
  const second = entry(2, {
    wishes: [
      wish('room-a', '09:30', '10:00'),
      wish('room-b', '09:00', '10:00'),
      wish('room-b', '10:00', '11:00'),
    ],
  })
  const third = entry(3, { wishes: [wish('room-b', '10:00', '11:00')] })
  expect(outcomes([entry(1), second, third])).toEqual(['won 0', 'won 1', 'won 0'])
})

describe('G2, A73: limits of one entrant', () => {
  const mine = (index: number, change: Partial<DrawEntry>) => entry(index, { entrant: entrant(1), ...change })
  const [nine, ten, later] = [
    { wishes: [wish('room-a', '09:00', '10:00')] },
    { wishes: [wish('room-a', '10:00', '11:00')] },
    { wishes: [wish('room-a', '09:00', '10:00', '2023-09-22')] },
  ]

  test('one win a day', () => {
    expect(outcomes([mine(1, nine), mine(2, ten), mine(3, later)])).toEqual([
      'won 0',
      'lost day-limit',
      'won 0',
    ])
  })

  test('wins of the month, earlier rounds included', () => {
    const entries = [nine, later].map((change, index) => mine(index + 1, { priorWins: 3, ...change }))
    expect(outcomes(entries)).toEqual(['won 0', 'lost month-limit'])
    expect(outcomes(entries, { rule: { winsPerMonth: 3 } })).toEqual(['lost month-limit', 'lost month-limit'])
    expect(outcomes(entries, { rule: { winsPerMonth: null } })).toEqual(['won 0', 'won 0'])
  })

  test('G3: no two overlapping wins, whatever the room', () => {
    const elsewhere = mine(2, {
      wishes: [wish('room-b', '09:30', '10:30'), wish('room-b', '10:00', '10:30')],
    })
    expect(outcomes([mine(1, nine), elsewhere], { rule: { winsPerDay: 2 } })).toEqual(['won 0', 'won 1'])
    const only = { ...elsewhere, wishes: elsewhere.wishes.slice(0, 1) }
    expect(outcomes([mine(1, nine), only], { rule: { winsPerDay: 2 } })).toEqual([
      'won 0',
      'lost own-overlap',
    ])
  })
})

test('A withdrawn or suspended entry is passed over without moving the others', () => {
  const entries = [entry(1), entry(2), entry(3)]
  expect(outcomes(entries, { excluded: new Set([entryId(1)]) })).toEqual(['excluded', 'won 0', 'lost taken'])
  const terms = { ...OPEN_ROUND, excluded: new Set([entryId(1)]) }
  expect(allocate(entries, terms).map(({ position }) => position)).toEqual([1, 2, 3])
})
