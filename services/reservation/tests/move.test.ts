import type { Actor } from '@asaichi/contract/actor.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import { approve } from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

let bed: ReservationBed
let owner: Actor
beforeEach(async () => {
  bed = await startReservationBed({ moveAllowed: true, quota: { liveReservations: 1 } })
  await bed.openDates('2024-12-01', '2024-12-02')
  ;[owner] = await bed.people(1)
})
afterEach(() => bed[Symbol.asyncDispose]())

function moveTo(
  reservationId: string,
  application: Partial<contract.Application>,
  options: { actor?: Actor; key?: string } = {},
) {
  const { actor = owner, key = newId() } = options
  return bed.call(moveReservation, {
    actor,
    reservationId,
    key,
    application: everydayApplication({ date: '2024-12-02', ...application }),
  })
}

/** The 1st of December as the calendar has it: room, kind, from, to. */
async function occupied() {
  const rows = await bed.sql<Record<'space' | 'kind' | 'from' | 'to', string>>(
    `select space_id as space, kind, to_char(lower(during) at time zone 'Asia/Tokyo', 'HH24:MI') as from, to_char(upper(during) at time zone 'Asia/Tokyo', 'HH24:MI') as to
     from reservation.occupancies where lower(during) < '2024-12-01T15:00:00Z' order by space_id, lower(during)`,
  )
  return rows.map(({ space, kind, from, to }) => [space, kind, from, to])
}

async function live(actor: Actor): Promise<readonly string[]> {
  const mine = await bed.call(contract.listMine, { actor, statuses: ['pending', 'approved'] })
  return mine.ok ? mine.value.items.map(item => item.reservationId) : []
}

test('M30: a move takes the new time and gives up the old one, at the limit too; the same key answers the same', async () => {
  const old = await bed.booked(owner)
  const key = newId()
  const moved = await moveTo(old.reservationId, {}, { key })
  if (!moved.ok) throw new Error(moved.refusal.code)
  const { reservation, cancelled } = moved.value
  expect(reservation).toMatchObject({ status: 'pending', date: '2024-12-02' })
  expect(cancelled).toMatchObject({
    reservationId: old.reservationId,
    status: 'cancelled',
    cancelledBy: 'resident',
  })
  expect(await moveTo(old.reservationId, {}, { key })).toEqual(moved)
  expect(await live(owner)).toEqual([reservation.reservationId])
  expect(await bed.press(owner, { date: '2024-12-02', from: '12:00', to: '13:00' })).toMatchObject({
    refusal: { code: 'quota-reached' },
  })
  expect(await moveTo(old.reservationId, { from: '15:00', to: '16:00' })).toMatchObject({
    refusal: { code: 'state-changed', detail: { status: 'cancelled' } },
  })
  expect(await moveTo(old.reservationId, { people: 3 }, { key })).toMatchObject({
    refusal: { code: 'key-used-differently' },
  })
})

test('M30: where the new time is refused nothing changes, and the quota is as before', async () => {
  const old = await bed.booked(owner)
  const [other] = await bed.people(1)
  await bed.booked(other, { date: '2024-12-02' })
  const key = newId()
  expect(await moveTo(old.reservationId, {}, { key })).toMatchObject({ refusal: { code: 'taken' } })
  expect(await live(owner)).toEqual([old.reservationId])
  expect(await bed.press(owner, { from: '12:00', to: '13:00' })).toMatchObject({
    refusal: { code: 'quota-reached' },
  })
  expect(await moveTo(old.reservationId, { from: '10:00', to: '11:00' }, { key })).toMatchObject({ ok: true })
})

test('M30: of two moves of one booking in one instant one books', async () => {
  const old = await bed.booked(owner)
  const outcomes = await Promise.all([
    moveTo(old.reservationId, {}),
    moveTo(old.reservationId, { from: '15:00', to: '16:00' }),
  ])
  expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
  expect(await live(owner)).toHaveLength(1)
})

test('M30, B3: a booking is shifted, lengthened and shortened over its own time, and what it gives up reopens as after a cancel', async () => {
  const [neighbour] = await bed.people(1)
  const first = await bed.booked(owner, { from: '10:00', to: '12:00' })
  const spans = [
    ['10:30', '12:30'],
    ['10:30', '13:30'],
    ['11:00', '13:00'],
  ] as const
  let now = first
  for (const [from, to] of spans) {
    const outcome = await moveTo(now.reservationId, { date: '2024-12-01', from, to })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    now = outcome.value.reservation
    expect(now).toMatchObject({ from, to, movedFrom: { keepsApproval: false } })
    expect(await live(owner)).toEqual([now.reservationId])
  }
  expect(await occupied()).toEqual([
    ['yoshitsu', 'reopening', '10:00', '10:30'],
    ['yoshitsu', 'reopening', '10:30', '11:00'],
    ['yoshitsu', 'reservation', '11:00', '13:00'],
    ['yoshitsu', 'reopening', '13:00', '13:30'],
  ])
  const asked = { from: '10:00', to: '11:00' }
  expect(await bed.press(neighbour, asked)).toMatchObject({
    refusal: { detail: { blocker: { kind: 'reopening' } } },
  })
  await bed.at('2024-11-10T22:00:00.000Z')
  expect(await bed.press(neighbour, asked)).toMatchObject({ ok: true })
  await bed.at('2024-11-11T00:00:00.000Z')
  // Its own freed rest waits for everybody, for who gave it up as well.
  expect(await moveTo(now.reservationId, { date: '2024-12-01', from: '10:30', to: '12:00' })).toMatchObject({
    refusal: { code: 'taken' },
  })
})

test('M30, M13: a change of room at the same hour, from the whole hall to a half of it and back', async () => {
  const room = await bed.booked(owner)
  const date = { date: '2024-12-01' }
  const hall = await moveTo(room.reservationId, { ...date, listingId: 'hall' })
  if (!hall.ok) throw new Error(hall.refusal.code)
  const half = await moveTo(hall.value.reservation.reservationId, { ...date, listingId: 'hall-a' })
  if (!half.ok) throw new Error(half.refusal.code)
  expect(await occupied()).toEqual([
    ['hall', 'reopening', '09:00', '10:00'],
    ['hall-a', 'reservation', '09:00', '10:00'],
    ['hall-b', 'reopening', '09:00', '10:00'],
    ['yoshitsu', 'reopening', '09:00', '10:00'],
  ])
})

test('M30: an approved booking says whether it must be approved again; a shorter one stays approved, with a new number', async () => {
  const old = await bed.booked(owner, { from: '10:00', to: '12:00' })
  const approved = await bed.call(approve, {
    actor: staff,
    reservationId: old.reservationId,
    expectedVersion: 1,
  })
  if (!approved.ok) throw new Error(approved.refusal.code)
  const shorter = await moveTo(old.reservationId, { date: '2024-12-01', from: '10:00', to: '11:30' })
  if (!shorter.ok) throw new Error(shorter.refusal.code)
  expect(shorter.value).toMatchObject({
    needsApproval: false,
    reservation: { status: 'approved', movedFrom: { from: '10:00', to: '12:00', keepsApproval: true } },
    cancelled: { status: 'cancelled', movedTo: shorter.value.reservation.reservationId },
  })
  expect(shorter.value.reservation.number).not.toBe(approved.value.number)
  const { reservationId } = shorter.value.reservation
  const again = await moveTo(reservationId, {})
  expect(again).toMatchObject({ value: { needsApproval: true, reservation: { status: 'pending' } } })
})

test('M30: a move is told of once, with both bookings, and neither as a request nor as a cancel', async () => {
  const old = await bed.booked(owner)
  const moved = await moveTo(old.reservationId, {})
  if (!moved.ok) throw new Error(moved.refusal.code)
  const { reservationId } = moved.value.reservation
  expect(await bed.facts.waitFor(contract.reservationMoved)).toMatchObject({
    reservationId,
    from: { reservationId: old.reservationId, version: 2 },
  })
  await bed.call(contract.cancel, { actor: owner, reservationId })
  await bed.facts.waitFor(contract.reservationCancelled, fact => fact.reservationId === reservationId)
  expect(bed.facts.of(contract.reservationCancelled)).toHaveLength(1)
  expect(bed.facts.of(contract.reservationRequested).map(fact => fact.reservationId)).toEqual([
    old.reservationId,
  ])
})

test('M30: moves of two bookings across each other’s days end, in whatever order they lock', async () => {
  const [other] = await bed.people(1)
  for (let round = 0; round < 5; round++) {
    const mine = await bed.booked(owner, { from: '17:00', to: '18:00' })
    const theirs = await bed.booked(other, { date: '2024-12-02', from: '17:00', to: '18:00' })
    const from = `1${round}:00`
    const to = `1${round}:30`
    const outcomes = await Promise.all([
      moveTo(mine.reservationId, { from, to }),
      moveTo(theirs.reservationId, { date: '2024-12-01', from, to }, { actor: other }),
    ])
    expect(outcomes.map(outcome => outcome.ok)).toEqual([true, true])
    for (const actor of [owner, other])
      for (const reservationId of await live(actor)) await bed.call(contract.cancel, { actor, reservationId })
    await bed.sql(`delete from reservation.occupancies where kind = 'reopening'`)
  }
})

test('M30: what fails in the middle leaves the old booking, its time and its place in the queue exactly as they were', async () => {
  const old = await bed.booked(owner)
  const state = () =>
    bed.sql(`select to_jsonb(r) as r, o.during::text, d.kind from reservation.reservations r
      join reservation.occupancies o using (occupancy_id) join reservation.due_work d on d.key = r.reservation_id::text`)
  const before = await state()
  await bed.sql(`create function reservation.fail() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
    create trigger fail before insert on reservation.idempotency_keys for each row execute function reservation.fail()`)
  await expect(
    moveTo(old.reservationId, { date: '2024-12-01', from: '09:30', to: '11:00' }),
  ).rejects.toThrow()
  expect(await state()).toEqual(before)
  await bed.sql('drop trigger fail on reservation.idempotency_keys')
  expect(await moveTo(old.reservationId, { date: '2024-12-01', from: '09:30', to: '11:00' })).toMatchObject({
    ok: true,
  })
})

test('M30: only the owner moves, and only where the city offers it', async () => {
  const old = await bed.booked(owner)
  const [other] = await bed.people(1)
  for (const actor of [other, staff])
    expect(await moveTo(old.reservationId, {}, { actor })).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await moveTo(old.reservationId, { listingId: 'nowhere' })).toMatchObject({
    refusal: { code: 'unknown-listing' },
  })
  await bed.sql(`update reservation.cities set policy = policy - 'moveAllowed'`)
  expect(await moveTo(old.reservationId, {})).toMatchObject({ refusal: { code: 'move-not-offered' } })
})
