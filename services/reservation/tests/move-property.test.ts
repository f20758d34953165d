import type { Actor } from '@asaichi/contract/actor.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import { listMine, type Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReservationBed, startReservationBed } from './reservation-bed.ts'

let bed: ReservationBed
beforeAll(async () => {
  bed = await startReservationBed({ moveAllowed: true, quota: { liveReservations: 2 } }, 2)
  await bed.openDates('2024-12-01', '2024-12-02')
})
afterAll(() => bed[Symbol.asyncDispose]())

const PEOPLE = 3
const time = fc
  .record({
    listingId: fc.constantFrom('yoshitsu', 'hall', 'hall-a', 'hall-b'),
    date: fc.constantFrom('2024-12-01', '2024-12-02'),
    start: fc.integer({ min: 0, max: 9 }),
    length: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ start, length, ...place }) => ({ ...place, from: clock(start), to: clock(start + length) }))
const step = fc.record({ kind: fc.constantFrom('press', 'move', 'move'), who: fc.nat(PEOPLE - 1), time })

function clock(halfHour: number): string {
  return `${String(9 + Math.floor(halfHour / 2)).padStart(2, '0')}:${halfHour % 2 === 0 ? '00' : '30'}`
}

async function liveOf(actor: Actor): Promise<readonly Reservation[]> {
  const mine = await bed.call(listMine, { actor, statuses: ['pending', 'approved'] })
  if (!mine.ok) throw new Error('nobody may be refused their own list')
  return mine.value.items
}

type Step = { readonly kind: string; readonly who: number; readonly time: Partial<Reservation> }

async function move(actor: Actor, old: Reservation, to: Step['time']): Promise<boolean> {
  const { listingId = '', date = '', from = '', to: until = '' } = to
  const application = everydayApplication({ listingId, date, from, to: until })
  const outcome = await bed.call(moveReservation, {
    actor,
    reservationId: old.reservationId,
    key: newId(),
    application,
  })
  return outcome.ok
}

/** Bookings that hold no time, or a time of nobody, or overlap in a room: none of them may ever be there. */
const WRONG = `
  select 'lost' as wrong from reservation.reservations r
    where r.status in ('pending', 'approved') and not exists (select 1 from reservation.occupancies o
      where o.occupancy_id = r.occupancy_id and o.kind = 'reservation' and lower(o.during) = r.starts_at and upper(o.during) = r.ends_at)
  union all select 'nobody' from reservation.occupancies o where o.kind = 'reservation'
    and not exists (select 1 from reservation.reservations r where r.occupancy_id = o.occupancy_id and r.status in ('pending', 'approved'))
  union all select 'overlap' from reservation.occupancies a join reservation.occupancies b
    on a.space_id = b.space_id and a.occupancy_id < b.occupancy_id and a.during && b.during
  union all select 'twice' from reservation.reservations a join reservation.reservations b
    on a.person_id = b.person_id and a.reservation_id < b.reservation_id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
    where a.status = 'pending' and b.status = 'pending'`

test('M30, D3, G2, G3: whatever is booked and moved, in turn and at once, nothing overlaps, nothing is lost, and what is refused stays', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 14 }),
      fc.array(step, { maxLength: 6 }),
      async (inTurn, atOnce) => {
        await bed.sql(
          'truncate reservation.reservations, reservation.occupancies, reservation.idempotency_keys, reservation.due_work',
        )
        const people: readonly Actor[] = await bed.people(PEOPLE)
        const act = async ({ kind, who, time: asked }: Step) => {
          const actor = people[who]
          if (!actor) throw new Error('nobody')
          const [old] = kind === 'move' ? await liveOf(actor) : []
          if (!old) return void (await bed.press(actor, asked))
          await move(actor, old, asked)
        }
        for (const each of inTurn) {
          const actor = people[each.who]
          if (!actor) throw new Error('nobody')
          const before = await liveOf(actor)
          const [old] = before
          if (each.kind === 'move' && old) {
            const moved = await move(actor, old, each.time)
            const after = await liveOf(actor)
            expect(after).toHaveLength(before.length)
            if (moved) expect(after).toContainEqual(expect.objectContaining(each.time))
            else expect(after).toEqual(before)
          } else await act(each)
          expect(await bed.sql(WRONG)).toEqual([])
        }
        const held = await Promise.all(people.map(liveOf))
        await Promise.all(atOnce.map(act))
        const now = await Promise.all(people.map(liveOf))
        now.forEach((mine, nr) => expect(mine.length).toBeGreaterThanOrEqual(held[nr]?.length ?? 0))
        expect(Math.max(...now.map(mine => mine.length))).toBeLessThanOrEqual(2)
        expect(await bed.sql(WRONG)).toEqual([])
      },
    ),
    { numRuns: 12, endOnFailure: true },
  )
})
