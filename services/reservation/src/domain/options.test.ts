import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findBookable } from './bookable.ts'
import type { Occupied } from './decide.ts'
import { mostInUse, offeredOption } from './options.ts'

const DAY = Date.parse('2024-12-01T00:00:00.000Z')

/** An instant of the day, counted in half hours. */
function half(nr: number): string {
  return new Date(DAY + nr * 1_800_000).toISOString()
}

function use(reservationId: string, [from, to]: readonly [number, number], count: number): Occupied {
  return {
    spaceId: 'hall',
    startsAt: half(from),
    endsAt: half(to),
    kind: 'reservation',
    since: half(0),
    holder: { reservationId, personId: reservationId, options: [{ optionId: 'chair', count }] },
  }
}

const span = { startsAt: half(4), endsAt: half(8) }

test.each<[string, readonly Occupied[], number]>([
  ['nothing booked', [], 0],
  ['before and after it', [use('a', [0, 4], 1), use('b', [8, 10], 1)], 0],
  ['within it', [use('a', [5, 6], 2)], 2],
  ['two at one time', [use('a', [2, 6], 1), use('b', [5, 9], 1)], 2],
  ['two after each other share one', [use('a', [4, 6], 1), use('b', [6, 8], 1)], 1],
  [
    'a hall that takes its parts counts once',
    [use('a', [4, 8], 1), { ...use('a', [4, 8], 1), spaceId: 'hall-a' }],
    1,
  ],
  [
    'a booking without options',
    [{ ...use('a', [4, 8], 1), holder: { reservationId: 'a', personId: 'a' } }],
    0,
  ],
  [
    'another option',
    [
      {
        ...use('a', [4, 8], 1),
        holder: { reservationId: 'a', personId: 'a', options: [{ optionId: 'stage', count: 1 }] },
      },
    ],
    0,
  ],
])('G10: in use at the fullest moment: %s', (_, occupied, expected) => {
  expect(mostInUse('chair', span, occupied)).toBe(expected)
})

const spans = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 }))
  .map(([start, length]): readonly [number, number] => [start, Math.min(24, start + length)])

test('G10: whoever orders in any order, no moment has more in use than there is, and nobody is refused for nothing', () => {
  const orders = fc.array(fc.tuple(spans, fc.integer({ min: 1, max: 3 })), { maxLength: 20 })
  fc.assert(
    fc.property(orders, fc.integer({ min: 0, max: 5 }), (wanted, stock) => {
      const booked: Occupied[] = []
      const usedAt = (moment: number, more: readonly Occupied[]) =>
        more
          .filter(each => each.startsAt <= half(moment) && half(moment) < each.endsAt)
          .reduce((sum, { holder }) => sum + (holder?.options?.[0]?.count ?? 0), 0)
      for (const [nr, [[from, to], count]] of wanted.entries()) {
        const next = use(`${nr}`, [from, to], count)
        const fits = mostInUse('chair', next, booked) + count <= stock
        const moments = Array.from({ length: to - from }, (_, offset) => from + offset)
        expect(fits).toBe(moments.every(moment => usedAt(moment, [...booked, next]) <= stock))
        if (fits) booked.push(next)
      }
    }),
  )
})

test('G10: an option is offered in the rooms it is for, and in every room where none is named', () => {
  const option = { name: '移動ステージ', yen: 0, stock: 1, note: null }
  const venue = demoVenue({
    options: [
      { ...option, optionId: 'stage', spaceIds: ['hall'] },
      { ...option, optionId: 'projector' },
    ],
  })
  const offered = (listingId: string) => {
    const bookable = findBookable(venue, listingId)
    return bookable && ['stage', 'projector', 'piano'].filter(id => offeredOption(bookable, id))
  }
  expect(offered('hall')).toEqual(['stage', 'projector'])
  expect(offered('yoshitsu')).toEqual(['projector'])
})
