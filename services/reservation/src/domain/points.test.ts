import { addMinutes, instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lateFrom, standingOf } from './points.ts'

const RULES = { bannedAt: 3, countedDays: 10, banDays: 5 }
const point = (date: string, points: number, waivedAt: string | null = null) => ({
  points,
  at: instantAt(date, '12:00'),
  waivedAt,
})
const noon = (date: string) => instantAt(date, '12:00')

test('G8: the points of countedDays begin a ban with the one that reaches the number, to the end of the last of banDays', () => {
  const points = [point('2024-11-01', 2), point('2024-11-10', 1)]
  expect(standingOf(points, RULES, noon('2024-11-09'))).toMatchObject({ counted: 2 })
  const bannedUntil = '2024-11-15T15:00:00.000Z'
  expect(standingOf(points, RULES, noon('2024-11-10'))).toEqual({ counted: 3, bannedUntil })
  expect(standingOf(points, RULES, '2024-11-15T14:59:59.999Z')).toEqual({ counted: 1, bannedUntil })
  expect(standingOf(points, RULES, bannedUntil)).toEqual({ counted: 1, bannedUntil: undefined })
})

test('G8: what lies a day further apart than countedDays is not counted together', () => {
  const points = [point('2024-11-01', 2), point('2024-11-11', 1)]
  expect(standingOf(points, RULES, noon('2024-11-11'))).toEqual({ counted: 1, bannedUntil: undefined })
})

test('G8: what is given during a ban makes it longer while what began it still counts', () => {
  const points = [point('2024-11-01', 3), point('2024-11-04', 1)]
  const bannedUntil = instantAt('2024-11-09', '24:00')
  expect(standingOf(points, RULES, noon('2024-11-05'))).toEqual({ counted: 4, bannedUntil })
})

test('G8: a ban ends where what is left of its points is too few', () => {
  const points = [point('2024-11-01', 2, noon('2024-11-03')), point('2024-11-02', 1)]
  expect(standingOf(points, RULES, noon('2024-11-03'))).toEqual({ counted: 1, bannedUntil: undefined })
})

test.each([
  [0, '2024-11-30T15:00:00.000Z'],
  [7, '2024-11-23T15:00:00.000Z'],
])('G8: within %i days of the use a cancel is late from %s on', (withinDays, from) => {
  expect(lateFrom({ lateCancel: { withinDays, points: 1 } }, '2024-12-01')).toBe(from)
})

test('G8: a city that gives nothing for a cancel has no late one', () => {
  expect(lateFrom({}, '2024-12-01')).toBeUndefined()
})

const FIRST = '2024-01-01'
const given = fc.record({
  day: fc.integer({ min: 0, max: 60 }),
  minute: fc.integer({ min: 0, max: 1_439 }),
  points: fc.integer({ min: 1, max: 3 }),
  waived: fc.boolean(),
})
const rules = fc.record({
  bannedAt: fc.integer({ min: 1, max: 8 }),
  countedDays: fc.integer({ min: 1, max: 40 }),
  banDays: fc.integer({ min: 1, max: 40 }),
})

test('G8: on every day the ban is what counting the days on a wall calendar says', () => {
  fc.assert(
    fc.property(
      fc.array(given, { maxLength: 12 }),
      rules,
      fc.integer({ min: 0, max: 120 }),
      (all, set, nr) => {
        const today = addDays(FIRST, nr)
        // Both look at the end of the day, when everything of it has been given.
        const past = all.filter(({ day }) => day <= nr)
        const living = past.filter(({ waived }) => !waived)
        const before = (one: (typeof all)[number], other: (typeof all)[number]) =>
          one.day < other.day || (one.day === other.day && one.minute <= other.minute)
        const sum = (of: typeof all) => of.reduce((total, { points }) => total + points, 0)
        const reaching = living.filter(last => {
          const counted = living.filter(each => before(each, last) && last.day - each.day < set.countedDays)
          return sum(counted) >= set.bannedAt && nr - last.day <= set.banDays
        })
        const { counted, bannedUntil } = standingOf(past.map(rowOf), set, instantAt(today, '23:59'))
        expect(counted).toBe(sum(living.filter(({ day }) => nr - day < set.countedDays)))
        expect(bannedUntil !== undefined).toBe(reaching.length > 0)
        const last = Math.max(...reaching.map(({ day }) => day + set.banDays))
        if (bannedUntil !== undefined) expect(bannedUntil).toBe(instantAt(addDays(FIRST, last), '24:00'))
      },
    ),
  )
})

test('G8: waiving never begins a ban or makes one longer', () => {
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 12 }), rules, (all, set) => {
      const now = instantAt(addDays(FIRST, 61), '00:00')
      const rows = all.map(rowOf)
      const less = rows.map((row, nr) => (nr === 0 ? { ...row, waivedAt: row.at } : row))
      const [before, after] = [standingOf(rows, set, now), standingOf(less, set, now)]
      expect(after.counted).toBeLessThanOrEqual(before.counted)
      expect((after.bannedUntil ?? '') <= (before.bannedUntil ?? '')).toBe(true)
    }),
  )
})

function rowOf({
  day,
  minute,
  points,
  waived,
}: {
  day: number
  minute: number
  points: number
  waived: boolean
}) {
  const at = addMinutes(instantAt(addDays(FIRST, day), '00:00'), minute)
  return { points, at, waivedAt: waived ? at : null }
}
