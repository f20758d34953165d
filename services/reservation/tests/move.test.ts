import type { Actor } from '@asaichi/contract/actor.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicationOf, type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

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
    application: applicationOf({ date: '2024-12-02', ...application }),
  })
}

async function live(actor: Actor): Promise<readonly string[]> {
  const mine = await bed.call(contract.listMine, { actor, statuses: ['pending', 'approved'] })
  return mine.ok ? mine.value.items.map(item => item.reservationId) : []
}

test('M30: a move books the new time and cancels the old one, at the limit too; the same key answers the same', async () => {
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

test('M30: a move that was interrupted after its booking is finished later, and one before it is forgotten', async () => {
  const old = await bed.booked(owner)
  const claim = (key: string) =>
    bed.sql(`insert into reservation.moves values ('${old.reservationId}', '${owner.personId}', '${key}', now());
      insert into reservation.due_work (kind, key, due_at) values ('finish-move', '${old.reservationId}', '2024-11-10T00:02:00Z')`)
  await claim('move nowhere')
  await bed.at('2024-11-10T00:02:00.000Z')
  expect(await live(owner)).toEqual([old.reservationId])
  expect(await bed.sql(`select 1 from reservation.moves`)).toEqual([])
  await claim('the-new-one')
  const outcome = await bed.press(owner, { date: '2024-12-02' }, 'the-new-one')
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  await bed.at('2024-11-10T00:03:00.000Z')
  expect(await live(owner)).toEqual([outcome.value.reservation.reservationId])
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
