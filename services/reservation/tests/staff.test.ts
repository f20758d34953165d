import type { Actor } from '@asaichi/contract/actor.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import * as staffRequests from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { EVERYDAY_EVENT } from '@asaichi/testkit/everyday-event.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ReservationBed, staff, staffElsewhere, startReservationBed } from './reservation-bed.ts'

const APPLICATION: contract.Application = {
  listingId: 'yoshitsu',
  date: '2024-12-01',
  from: '09:00',
  to: '10:00',
  ...EVERYDAY_EVENT,
}

let bed: ReservationBed
let caller: Actor
let hour = 9
beforeAll(async () => {
  bed = await startReservationBed({ quota: { liveReservations: 2 } })
  await bed.openDates('2024-12-01', '2024-12-02', '2024-12-04', '2024-12-05', '2024-12-06')
})
afterAll(() => bed[Symbol.asyncDispose]())
beforeEach(async () => {
  ;[caller] = await bed.people(1)
})

function nextHour(): { from: string; to: string } {
  const span = { from: `${String(hour).padStart(2, '0')}:00`, to: `${String(hour + 1).padStart(2, '0')}:00` }
  hour += 1
  return span
}

function pressFor(
  personId: string,
  application: Partial<contract.Application>,
  options: { actor?: Actor; key?: string } = {},
) {
  const { actor = staff, key = newId() } = options
  return bed.call(staffRequests.applyFor, {
    actor,
    personId,
    key,
    application: { ...APPLICATION, ...application },
  })
}

test('G13: staff book for a caller, who sees the booking and that staff made it; the staff member stays on record', async () => {
  const outcome = await pressFor(caller.personId, nextHour())
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  const { reservationId } = outcome.value.reservation
  expect(outcome.value.reservation).toMatchObject({ personId: caller.personId, bookedBy: 'staff' })
  const mine = await bed.call(contract.listMine, { actor: caller })
  expect(mine).toMatchObject({ value: { items: [{ reservationId, bookedBy: 'staff' }] } })
  expect(await bed.facts.waitFor(contract.staffActed, fact => fact.aboutId === reservationId)).toMatchObject({
    act: 'book-for',
    personId: caller.personId,
    staffId: staff.personId,
  })
  expect(
    await bed.sql(`select booked_by from reservation.reservations where reservation_id = '${reservationId}'`),
  ).toEqual([{ booked_by: staff.personId }])
  expect(await bed.booked(caller, nextHour())).toMatchObject({ bookedBy: 'resident' })
})

test('G13: the caller’s own rules hold: permission, quota, terms, what is taken', async () => {
  const span = nextHour()
  const [applied] = await bed.people(1, 'applied')
  expect(await pressFor(applied.personId, span)).toMatchObject({
    refusal: { code: 'not-approved', detail: { permission: 'applied' } },
  })
  expect(await pressFor(caller.personId, { ...span, acceptedTermsVersion: 'old' })).toMatchObject({
    refusal: { code: 'terms-not-accepted' },
  })
  expect(await pressFor(caller.personId, span)).toMatchObject({ ok: true })
  expect(await pressFor(caller.personId, span)).toMatchObject({ refusal: { code: 'overlaps-own-booking' } })
  expect(await pressFor(caller.personId, nextHour())).toMatchObject({ ok: true })
  expect(await pressFor(caller.personId, nextHour())).toMatchObject({
    refusal: { code: 'quota-reached', detail: { limit: 2 } },
  })
})

test('G13: the same key is the same booking, and no key of the caller’s own; nobody books for strangers or elsewhere', async () => {
  const key = newId()
  const span = nextHour()
  const first = await pressFor(caller.personId, span, { key })
  const again = await pressFor(caller.personId, span, { key })
  expect(again).toEqual(first)
  expect(await pressFor(caller.personId, { ...span, people: 3 }, { key })).toMatchObject({
    refusal: { code: 'key-used-differently' },
  })
  expect(await bed.press(caller, nextHour(), key)).toMatchObject({ ok: true })
  expect(await pressFor(newId(), nextHour())).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await pressFor(caller.personId, nextHour(), { actor: caller })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  expect(await pressFor(caller.personId, nextHour(), { actor: staffElsewhere })).toMatchObject({
    refusal: { code: 'unknown-listing' },
  })
})

test('M26: many are approved at once, each answered for itself', async () => {
  const people = await bed.people(2)
  const good = await bed.booked(people[0], { date: '2024-12-02', from: '09:00', to: '10:00' })
  const stale = await bed.booked(people[1], { date: '2024-12-02', from: '10:00', to: '11:00' })
  const unknown = newId()
  const items = [
    { reservationId: good.reservationId, expectedVersion: 1 },
    { reservationId: stale.reservationId, expectedVersion: 7 },
    { reservationId: unknown, expectedVersion: 1 },
  ]
  expect(await bed.call(staffRequests.approveMany, { actor: caller, items })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  expect(
    await bed.call(staffRequests.approveMany, { actor: staffElsewhere, items: items.slice(0, 1) }),
  ).toMatchObject({
    value: { items: [{ outcome: 'not-found', reservation: null }] },
  })
  expect(await bed.call(staffRequests.approveMany, { actor: staff, items })).toMatchObject({
    value: {
      items: [
        { reservationId: good.reservationId, outcome: 'approved', reservation: { status: 'approved' } },
        { reservationId: stale.reservationId, outcome: 'state-changed', reservation: null },
        { reservationId: unknown, outcome: 'not-found', reservation: null },
      ],
    },
  })
})

test('M28: the queue is narrowed by venue and date, and hints at the person’s other bookings of that day (G3)', async () => {
  const day = { date: '2024-12-04' }
  const one = await bed.booked(caller, { ...day, from: '09:00', to: '10:00' })
  await bed.booked(caller, { ...day, from: '10:00', to: '11:00' })
  const span = { from: '2024-12-04', to: '2024-12-04' }
  const queue = await bed.call(staffRequests.listApplications, { actor: staff, venueId: 'kokaido', ...span })
  expect(queue).toMatchObject({
    value: { items: [{ reservationId: one.reservationId, sameDay: 1 }, { sameDay: 1 }] },
  })
  expect(
    await bed.call(staffRequests.listApplications, { actor: staff, venueId: 'elsewhere', ...span }),
  ).toMatchObject({ value: { items: [] } })
})

test('G13: a day shows staff its hours, bookings, holds with their reason and freed times, and names what is in the way of a hold', async () => {
  const day = { date: '2024-12-05' }
  const kept = await bed.booked(caller, { ...day, from: '09:00', to: '10:00' })
  const freed = await bed.booked(caller, { ...day, from: '10:00', to: '11:00' })
  await bed.call(contract.cancel, { actor: caller, reservationId: freed.reservationId })
  const hold = { actor: staff, spaceId: 'hall', kind: 'city-use' as const, reason: '選挙', ...day }
  expect(await bed.call(staffRequests.holdSpace, { ...hold, from: '13:00', to: '14:00' })).toMatchObject({
    ok: true,
  })
  expect(
    await bed.call(staffRequests.holdSpace, { ...hold, spaceId: 'yoshitsu', from: '09:00', to: '12:00' }),
  ).toMatchObject({
    refusal: {
      code: 'taken',
      detail: {
        inTheWay: [{ kind: 'reservation', spaceId: 'yoshitsu', reservationId: kept.reservationId }],
      },
    },
  })
  const wanted = { venueId: 'kokaido', ...day }
  expect(await bed.call(staffRequests.getStaffDay, { actor: staff, ...wanted })).toMatchObject({
    value: {
      venueName: '試験公会堂',
      hours: { opens: '09:00', closes: '21:00' },
      closedReason: null,
      occupancies: [
        {
          kind: 'reservation',
          from: '09:00',
          to: '10:00',
          reservation: { reservationId: kept.reservationId, personId: caller.personId },
        },
        { kind: 'reopening', reservation: null, reopensAt: '2024-11-10T22:00:00.000Z' },
        { kind: 'city-use', reason: '選挙', spaceIds: ['hall', 'hall-a', 'hall-b'], reopensAt: null },
      ],
    },
  })
  expect(
    await bed.call(staffRequests.getStaffDay, { actor: staff, venueId: 'kokaido', date: '2024-12-29' }),
  ).toMatchObject({ value: { hours: null, closedReason: '年末年始' } })
  expect(await bed.call(staffRequests.getStaffDay, { actor: caller, ...wanted })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  expect(await bed.call(staffRequests.getStaffDay, { actor: staffElsewhere, ...wanted })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  const span = { from: '2024-12-05', to: '2024-12-05' }
  expect(await bed.call(staffRequests.listHolds, { actor: staff, ...span })).toMatchObject({
    value: { items: [{ spaceId: 'hall', reason: '選挙', byPersonId: staff.personId, releasedAt: null }] },
  })
  expect(await bed.call(staffRequests.listHolds, { actor: staffElsewhere, ...span })).toMatchObject({
    value: { items: [] },
  })
  expect(
    await bed.call(staffRequests.listHolds, { actor: staff, from: '2024-12-05', to: '2025-12-05' }),
  ).toMatchObject({
    refusal: { code: 'span-not-valid' },
  })
})

test('V2: staff read the attempts for a time in the order they were decided, page by page', async () => {
  const people = await bed.people(3)
  const day = { date: '2024-12-06', listingId: 'hall-a', from: '09:00', to: '10:00' }
  await bed.booked(people[0], day)
  await bed.press(people[1], { ...day, listingId: 'hall' })
  await bed.press(people[2], { ...day, listingId: 'hall-b', from: '15:00', to: '16:00' })
  await bed.press(people[2], { ...day, from: '08:00' })
  const wanted = { actor: staff, listingId: 'hall-a', date: '2024-12-06' }
  const all = await bed.call(staffRequests.listAttempts, wanted)
  expect(all).toMatchObject({
    value: {
      items: [
        { place: 1, outcome: 'accepted', personId: people[0].personId, reason: null },
        { place: 2, outcome: 'refused', personId: people[1].personId, reason: 'taken' },
        { place: 4, outcome: 'refused', personId: people[2].personId, reason: 'outside-hours' },
      ],
      next: null,
    },
  })
  const first = await bed.call(staffRequests.listAttempts, { ...wanted, limit: 2 })
  expect(first).toMatchObject({ value: { next: 2 } })
  expect(await bed.call(staffRequests.listAttempts, { ...wanted, limit: 2, after: 2 })).toMatchObject({
    value: { items: [{ place: 4 }], next: null },
  })
  expect(await bed.call(staffRequests.listAttempts, { ...wanted, from: '10:00', to: '12:00' })).toMatchObject(
    {
      value: { items: [] },
    },
  )
  expect(await bed.call(staffRequests.listAttempts, { ...wanted, actor: caller })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  expect(await bed.call(staffRequests.listAttempts, { ...wanted, actor: staffElsewhere })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('M28: the desk’s day opens with what waits and what happens today, for its own city', async () => {
  const before = await bed.call(staffRequests.getStaffToday, { actor: staff })
  if (!before.ok) throw new Error(before.refusal.code)
  const [early] = await bed.people(1)
  const { reservationId } = await bed.booked(early, { date: '2024-12-02', from: '20:00', to: '21:00' })
  expect(await bed.call(staffRequests.getStaffToday, { actor: staff })).toMatchObject({
    value: { date: '2024-11-10', pending: before.value.pending + 1, bookings: [] },
  })
  await bed.sql(
    `update reservation.reservations set starts_at = '2024-11-10T11:00:00Z' where reservation_id = '${reservationId}'`,
  )
  expect(await bed.call(staffRequests.getStaffToday, { actor: staff })).toMatchObject({
    value: { nextAnswerBy: '2024-11-10T11:00:00.000Z', bookings: [{ reservationId, status: 'pending' }] },
  })
  expect(await bed.call(staffRequests.getStaffToday, { actor: staffElsewhere })).toMatchObject({
    value: { pending: 0, nextAnswerBy: null, bookings: [] },
  })
  expect(await bed.call(staffRequests.getStaffToday, { actor: caller })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
})
