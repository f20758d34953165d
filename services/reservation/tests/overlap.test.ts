import type { Actor } from '@asaichi/contract/actor.ts'
import { cancel } from '@asaichi/contract/reservation/reservation.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annexRoom, tellAnnexes } from './annexes.ts'
import { type ReservationBed, startReservationBed } from './reservation-bed.ts'

const CROWD = 24

let bed: ReservationBed
beforeAll(async () => {
  bed = await startReservationBed({ quota: { liveReservations: null }, reopening: { kind: 'at-once' } }, 2)
  await tellAnnexes(bed, CROWD)
  await bed.openDates('2024-12-01', '2024-12-02')
})
afterAll(() => bed[Symbol.asyncDispose]())

type Application = Parameters<ReservationBed['press']>[1]

async function codeOf(actor: Actor, application: Application): Promise<string> {
  const outcome = await bed.press(actor, application)
  return outcome.ok ? 'accepted' : outcome.refusal.code
}

test('G3: a booking in one room keeps its owner out of another room and venue for that time, and names the booking', async () => {
  const [owner, other] = await bed.people(2)
  const held = await bed.booked(owner, { from: '09:00', to: '11:00' })
  const overlap = {
    ok: false,
    refusal: { code: 'overlaps-own-booking', detail: { reservationId: held.reservationId } },
  }
  expect(await bed.press(owner, { listingId: 'hall-a', from: '10:30', to: '11:30' })).toMatchObject(overlap)
  expect(
    await bed.press(owner, { listingId: annexRoom('annex', 0), from: '10:30', to: '11:30' }),
  ).toMatchObject(overlap)
  expect(await codeOf(other, { listingId: 'hall-a', from: '10:30', to: '11:30' })).toBe('accepted')
  expect(await codeOf(owner, { listingId: annexRoom('annex', 0), from: '11:00', to: '12:00' })).toBe(
    'accepted',
  )
  await bed.call(cancel, { actor: owner, reservationId: held.reservationId })
  expect(await codeOf(owner, { listingId: 'hall-b', from: '09:00', to: '11:00' })).toBe('accepted')
})

test('G3: presses for two venues at once, over two desks and two replicas, leave each person in one place', async () => {
  const people: readonly Actor[] = await bed.people(CROWD)
  // People who have booked before: a newcomer's row in the service is made by the press, and that alone would make two wait.
  await Promise.all(
    people.map((actor, nr) =>
      bed.booked(actor, { listingId: annexRoom('annex', nr), from: '20:00', to: '21:00' }),
    ),
  )
  const codes = await Promise.all(
    people.flatMap((actor, nr) =>
      ['annex', 'other'].map(venueId =>
        codeOf(actor, { date: '2024-12-02', listingId: annexRoom(venueId, nr) }),
      ),
    ),
  )
  // A pair that met in one replica is told to wait; a pair in two replicas was decided by two desks, which is what this is about.
  expect(codes.filter(code => code === 'accepted')).toHaveLength(CROWD)
  expect(codes).toContain('overlaps-own-booking')
  const doubles = await bed.sql(
    `select 1 from reservation.reservations a join reservation.reservations b on a.person_id = b.person_id and a.reservation_id < b.reservation_id
     where a.starts_at < b.ends_at and b.starts_at < a.ends_at and a.status = 'pending' and b.status = 'pending'`,
  )
  expect(doubles).toEqual([])
})
