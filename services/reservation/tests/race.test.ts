import type { Actor } from '@asaichi/contract/actor.ts'
import { cancel } from '@asaichi/contract/reservation/reservation.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReservationBed, startReservationBed } from './reservation-bed.ts'

const ROUNDS = 20
const CLIENTS = 50

let bed: ReservationBed
let people: readonly Actor[]
beforeAll(async () => {
  bed = await startReservationBed({ quota: { liveReservations: null }, reopening: { kind: 'at-once' } }, 2)
  await bed.openDates('2024-12-01', '2024-12-02', '2024-12-04')
  people = await bed.people(CLIENTS)
})
afterAll(() => bed[Symbol.asyncDispose]())

test('Q1, Q3: 50 residents on one hour, 20 rounds over two replicas: one winner each, 49 clear refusals, no deadlock', async () => {
  const deadlocks = async () =>
    (
      await bed.sql<{ deadlocks: number }>(
        'select deadlocks::int from pg_stat_database where datname = current_database()',
      )
    )[0]?.deadlocks
  const before = await deadlocks()
  for (let round = 0; round < ROUNDS; round++) {
    const hour = 10 + (round % 10)
    const application = {
      date: round < 10 ? '2024-12-01' : '2024-12-02',
      from: `${hour}:00`,
      to: `${hour + 1}:00`,
    }
    const outcomes = await Promise.all(
      people.map((actor, nr) =>
        bed.press(
          actor,
          nr % 2 ? application : { ...application, listingId: 'yoshitsu-paid', paidEvent: true },
        ),
      ),
    )
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter(outcome => !outcome.ok && outcome.refusal.code === 'taken')).toHaveLength(
      CLIENTS - 1,
    )
  }
  expect(await deadlocks()).toBe(before)
})

test('V2: every attempt has a receipt and a place of its own, and a winner’s is before all who lost the time to them', async () => {
  await expect
    .poll(
      () =>
        bed.sql(`select count(*)::int as all from reservation.every_receipt where use_date = '2024-12-01'`),
      {
        timeout: 5_000,
      },
    )
    .toEqual([{ all: 10 * CLIENTS }])
  const strays = await bed.sql(
    `select 1 from reservation.every_receipt a join reservation.receipts b on a.use_date = b.use_date and a.receipt_id < b.receipt_id
     where a.use_date = '2024-12-01' and (a.place = b.place
       or (a.from_time = b.from_time and (a.reservation_id is null) <> (b.reservation_id is null)
         and (a.place < b.place) <> (a.reservation_id is not null)))`,
  )
  expect(strays).toEqual([])
})

test('Q1: overlapping times in every variant leave no two occupancies of a space that overlap', async () => {
  const listings = ['hall', 'hall-a', 'hall-b', 'yoshitsu']
  // A person has one attempt at a time, so the three of each follow each other.
  for (const turn of [0, 1, 2])
    await Promise.all(
      people.map((actor, nr) => {
        const slot = 18 + ((nr * 3 + turn) % 10)
        const time = (half: number) =>
          `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`
        return bed.press(actor, {
          date: '2024-12-02',
          listingId: listings[(nr + turn) % 4] ?? '',
          from: time(slot),
          to: time(slot + 1 + turn),
        })
      }),
    )
  const overlaps = await bed.sql(
    `select 1 from reservation.occupancies a join reservation.occupancies b on a.space_id = b.space_id and a.during && b.during and a.occupancy_id < b.occupancy_id`,
  )
  expect(overlaps).toEqual([])
  const strays = await bed.sql(
    `select 1 from reservation.occupancies o where kind = 'reservation' and not exists (select 1 from reservation.reservations r where r.occupancy_id = o.occupancy_id)`,
  )
  expect(strays).toEqual([])
})

test('G4: what one replica frees the other forgets: the time is won again, whichever desk is asked', async () => {
  const [owner] = people
  if (!owner) throw new Error('nobody there')
  const time = { date: '2024-12-04', from: '09:00', to: '10:00' }
  const { reservationId } = await bed.booked(owner, time)
  // Often enough that both desks know the day and refuse from memory.
  for (let round = 0; round < 4; round++) await Promise.all(people.map(actor => bed.press(actor, time)))
  await bed.call(cancel, { actor: owner, reservationId })
  await expect
    .poll(
      async () => {
        const outcomes = await Promise.all(people.map(actor => bed.press(actor, time)))
        return outcomes.filter(outcome => outcome.ok).length
      },
      { timeout: 5_000 },
    )
    .toBe(1)
})
