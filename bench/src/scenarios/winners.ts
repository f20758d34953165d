import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { emit } from '@asaichi/bus/emit.ts'
import { roundPublished } from '@asaichi/contract/lottery/rounds.ts'
import type { Bench } from '../bench.ts'
import { CITY, type Slot } from '../ground.ts'
import type { Winner } from '../lottery-stand-in.ts'
import { untilQuiet } from '../quiet.ts'
import type { Resident } from '../residents.ts'
import type { Scenario } from './scenario.ts'

// Ten venues with a hundred slots each.
const DAYS = 10
const PLACED_WITHIN_MS = 30_000
const POLL_MS = 5

/** A round with 10,000 winners is told; how long until all of them hold their time and the dates are open, and until the calendars show it. */
export const winners: Scenario = async (bench, { rehearsal }) => {
  const days = bench.ground.drawnDays(rehearsal ? 1 : DAYS)
  const slots = days.flatMap(day => day.slots)
  const dates = days.map(day => day.date).toSorted()
  const roundId = randomUUID()
  bench.rounds.set(roundId, winnersOf(slots, bench.residents))
  const span = { first: dates[0] ?? '', last: dates.at(-1) ?? '' }
  const data = { roundId, cityId: CITY, dates: span, winners: slots.length }
  const begun = performance.now()
  await bench.lottery.publish(tx => emit(tx, roundPublished, { aggregateId: roundId, version: 5, data }))
  await untilPlaced(bench, roundId)
  const seconds = (performance.now() - begun) / 1_000
  await untilQuiet(bench.call)
  const toldSeconds = (performance.now() - begun) / 1_000
  await check(bench, span, slots.length)
  return { seconds, toldSeconds, winners: slots.length }
}

function winnersOf(slots: readonly Slot[], residents: readonly Resident[]): readonly Winner[] {
  return slots.map((slot, nr) => {
    const { listingId, date, from, to } = slot
    return {
      entryId: randomUUID(),
      personId: residents[nr % residents.length]?.personId ?? '',
      wish: { listingId, date, from, to },
      eventName: '抽選の会',
      people: 8,
      note: '抽選の会 練習',
    }
  })
}

async function untilPlaced({ pool }: Bench, roundId: string): Promise<void> {
  const until = performance.now() + PLACED_WITHIN_MS
  for (;;) {
    const { rowCount } = await pool.query(
      'select 1 from reservation.draws where round_id = $1 and placed_at is not null',
      [roundId],
    )
    if (rowCount === 1) return
    if (performance.now() > until) throw new Error('The winners were not placed in time')
    await pause(POLL_MS)
  }
}

async function check(
  { pool, aftermath }: Bench,
  { first, last }: { readonly first: string; readonly last: string },
  expected: number,
): Promise<void> {
  const { rows } = await pool.query<{ placed: number; held: number }>(
    `select count(*)::int as placed, count(distinct (o.space_id, o.during))::int as held
     from reservation.reservations r left join reservation.occupancies o using (occupancy_id)
     where r.entry_id is not null and r.use_date between $1 and $2`,
    [first, last],
  )
  const { placed = 0, held = 0 } = rows[0] ?? {}
  if (placed !== expected || held !== expected)
    aftermath.note(`winners: of ${expected}, ${placed} have a reservation and ${held} hold their time`)
}
