import type { Actor } from '@asaichi/contract/actor.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import * as points from '@asaichi/contract/reservation/points.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import { applyFor } from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LATE, OVER, POINTS, type PointsBed, startPointsBed } from './points-bed.ts'
import { staff, startReservationBed } from './reservation-bed.ts'

let bed: PointsBed
let owner: Actor
beforeEach(async () => {
  bed = await startPointsBed({ points: { ...POINTS, bannedAt: 2 }, moveAllowed: true })
  ;[owner] = await bed.people(1)
})
afterEach(() => bed[Symbol.asyncDispose]())

/** A use of 2024-12-15, which can be applied for from 2024-11-17 to 2024-12-12. */
const NEXT = { date: '2024-12-15', from: '09:00', to: '10:00' }
const bannedUntil = '2024-12-15T15:00:00.000Z'
const refusal = { code: 'banned', detail: { bannedUntil } }

test('G8: from the point that reaches the number on nothing new is taken, until when is said, and what is booked stays', async () => {
  const missed = await bed.approved(owner)
  await bed.at('2024-11-20T00:00:00.000Z')
  const kept = await bed.approved(owner, { ...NEXT, from: '18:00', to: '19:00' })
  await bed.at(OVER)
  const { pointId } = valueOf(await bed.mark(missed))
  const refused = await bed.press(owner, NEXT)
  expect(refused).toMatchObject({ refusal })
  const receiptId = receiptOf(refused)
  expect(await bed.call(contract.getReceipt, { actor: owner, receiptId })).toMatchObject({
    value: { outcome: 'refused', reason: 'banned' },
  })
  const application = everydayApplication(NEXT)
  const asked = { key: newId(), application }
  expect(await bed.call(applyFor, { actor: staff, personId: owner.personId, ...asked })).toMatchObject({
    refusal,
  })
  const { reservationId } = kept
  expect(await bed.call(moveReservation, { actor: owner, reservationId, ...asked })).toMatchObject({
    refusal,
  })
  expect(await bed.call(contract.getReservation, { actor: owner, reservationId })).toMatchObject({
    value: { status: 'approved' },
  })
  expect(await bed.call(points.getBan, owner)).toMatchObject({ value: { bannedUntil } })
  expect(await bed.mine(owner)).toMatchObject({ counted: 2, bannedUntil })

  await bed.call(points.waivePoints, { actor: staff, pointId, reason: '大雨のため' })
  expect(await bed.call(points.getBan, owner)).toMatchObject({ value: { bannedUntil: null } })
  expect(codeOf(await bed.press(owner, NEXT))).toBe('done')
})

test('G8: who is banned does not stand in others’ way, and presses again when it is over', async () => {
  const [other] = await bed.people(1)
  const missed = await bed.approved(owner)
  await bed.at(OVER)
  await bed.mark(missed)
  const [mine, theirs] = await Promise.all([bed.press(owner, NEXT), bed.press(other, NEXT)])
  expect([codeOf(mine), codeOf(theirs)]).toEqual(['banned', 'done'])
  await bed.openDates('2025-01-08')
  await bed.at(bannedUntil)
  expect(codeOf(await bed.press(owner, { ...NEXT, date: '2025-01-08' }))).toBe('done')
})

test('G8: a ban that begins while a press is being decided meets it', async () => {
  await bed.at('2024-11-20T00:00:00.000Z')
  const holder = new pg.Client({ connectionString: bed.adminUrl })
  await holder.connect()
  try {
    // Another replica has locked the person and written the points; it has not committed yet.
    await holder.query('insert into reservation.persons (person_id) values ($1) on conflict do nothing', [
      owner.personId,
    ])
    await holder.query('begin')
    await holder.query('select 1 from reservation.persons where person_id = $1 for update', [owner.personId])
    await holder.query(
      `insert into reservation.points (point_id, reservation_id, person_id, city_id, cause, points, at)
       values ($1, $2, $3, 'mitaka', 'no-show', 2, town_now())`,
      [newId(), newId(), owner.personId],
    )
    const pressed = bed.press(owner, NEXT)
    const waiting = `select 1 from pg_stat_activity where application_name = 'reservation' and wait_event_type = 'Lock'`
    await expect.poll(async () => (await bed.sql(waiting)).length).toBeGreaterThan(0)
    await holder.query('commit')
    expect(codeOf(await pressed)).toBe('banned')
  } finally {
    await holder.end()
  }
})

test('G8: two late cancels at once both count, and make the ban', async () => {
  const bookings = [
    await bed.approved(owner, { from: '09:00', to: '10:00' }),
    await bed.approved(owner, { from: '11:00', to: '12:00' }),
  ]
  await bed.at(LATE)
  const ended = await Promise.all(bookings.map(booking => bed.cancel(owner, booking, { points: 1 })))
  expect(ended.map(codeOf)).toEqual(['done', 'done'])
  expect(codeOf(await bed.press(owner, NEXT))).toBe('banned')
  expect(await bed.mine(owner)).toMatchObject({ counted: 2, items: [{ points: 1 }, { points: 1 }] })
})

test('G8: a city without it reads and writes no points: a press asks nothing more than before', async () => {
  await using off = await startReservationBed()
  await off.openDates('2024-12-01')
  const [actor] = await off.people(1)
  await off.sql('alter table reservation.points rename to hidden')
  const booking = await off.booked(actor)
  await off.at(LATE)
  const { reservationId } = booking
  const got = valueOf(await off.call(contract.getReservation, { actor, reservationId }))
  expect(got).not.toHaveProperty('points')
  expect(codeOf(await off.call(contract.cancel, { actor, reservationId }))).toBe('done')
  expect(codeOf(await off.call(points.markNoShow, { actor: staff, reservationId }))).toBe(
    'points-not-offered',
  )
})

function receiptOf(outcome: Awaited<ReturnType<PointsBed['press']>>): string {
  const detail = outcome.ok ? {} : outcome.refusal.detail
  return 'receiptId' in detail ? detail.receiptId : ''
}
