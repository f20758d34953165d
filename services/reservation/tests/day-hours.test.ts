import type { Actor } from '@asaichi/contract/actor.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annexRoom, tellAnnexes } from './annexes.ts'
import { type ReservationBed, startReservationBed } from './reservation-bed.ts'

const CROWD = 24
const reached = { refusal: { code: 'day-hours-reached', detail: { hours: 2 } } }

let bed: ReservationBed
beforeAll(async () => {
  bed = await startReservationBed({ quota: { liveReservations: null, hoursADay: 2 } }, 2)
  await tellAnnexes(bed, CROWD)
  await bed.openDates('2024-12-01', '2024-12-02')
})
afterAll(() => bed[Symbol.asyncDispose]())

async function codeOf(actor: Actor, application: Parameters<ReservationBed['press']>[1]): Promise<string> {
  const outcome = await bed.press(actor, application)
  return outcome.ok ? 'accepted' : outcome.refusal.code
}

test('G2: the hours of a day are one limit over all venues, and another day has its own', async () => {
  const [owner, other] = await bed.people(2)
  const annex = annexRoom('annex', 0)
  await bed.booked(owner, { listingId: 'hall-a', from: '13:00', to: '14:30' })
  expect(await bed.press(owner, { listingId: annex, from: '15:00', to: '16:00' })).toMatchObject(reached)
  expect(await codeOf(owner, { listingId: annex, from: '16:00', to: '16:30' })).toBe('accepted')
  expect(await codeOf(other, { listingId: annex, from: '17:00', to: '18:00' })).toBe('accepted')
  const nextDay = { date: '2024-12-02', listingId: 'hall-b', from: '15:00', to: '17:00' }
  expect(await codeOf(owner, nextDay)).toBe('accepted')
})

test('G2: where overlaps are allowed, hours at one time in two rooms are counted twice', async () => {
  await bed.sql(`update reservation.cities set policy = policy || '{"overlapAllowed": true}'`)
  const [owner] = await bed.people(1)
  const times = { date: '2024-12-02', from: '18:00', to: '19:00' }
  expect(await codeOf(owner, { ...times, listingId: 'hall-a' })).toBe('accepted')
  expect(await codeOf(owner, { ...times, listingId: annexRoom('annex', 1) })).toBe('accepted')
  expect(await bed.press(owner, { ...times, listingId: annexRoom('other', 1) })).toMatchObject(reached)
})

test('G2: presses for two venues at once, over two desks and two replicas, keep each person within the day', async () => {
  const people: readonly Actor[] = await bed.people(CROWD)
  // People who have booked before: a newcomer's row in the service is made by the press, and that alone would make two wait.
  await Promise.all(
    people.map((actor, nr) =>
      bed.booked(actor, { listingId: annexRoom('annex', nr), from: '20:00', to: '20:30' }),
    ),
  )
  const codes = await Promise.all(
    people.flatMap((actor, nr) =>
      (['annex', 'other'] as const).map((venueId, place) =>
        codeOf(actor, {
          listingId: annexRoom(venueId, nr),
          from: `${10 + 2 * place}:00`,
          to: `${11 + 2 * place}:00`,
        }),
      ),
    ),
  )
  expect(codes.filter(code => code === 'accepted')).toHaveLength(CROWD)
  // A pair that met in one replica is told to wait; this one was decided by two desks.
  expect(codes).toContain('day-hours-reached')
})
