import type { Actor } from '@asaichi/contract/actor.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import { cancel, reservationNears } from '@asaichi/contract/reservation/reservation.ts'
import { approve } from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { afterEach, expect, test } from 'vitest'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

const NIGHT_BEFORE = '2024-11-29T23:59:59.000Z'
const NINE_BEFORE = '2024-11-30T00:00:00.000Z'

let bed: ReservationBed
afterEach(() => bed[Symbol.asyncDispose]())

async function open(policy: Parameters<typeof startReservationBed>[0] = {}): Promise<Actor> {
  bed = await startReservationBed(policy)
  await bed.openDates('2024-12-01', '2024-12-02')
  const [owner] = await bed.people(1)
  return owner
}

async function approved(owner: Actor, application: object = {}) {
  const { reservationId, version } = await bed.booked(owner, application)
  const outcome = await bed.call(approve, { actor: staff, reservationId, expectedVersion: version })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

function reminded(): readonly string[] {
  return bed.facts.of(reservationNears).map(each => each.reservationId)
}

test('mail L: an approved booking is told once, at nine of the day before, however the clock goes on', async () => {
  const owner = await open()
  const { reservationId } = await approved(owner, { from: '13:00', to: '15:00' })
  await bed.booked(owner, { from: '09:00', to: '10:00' })
  await bed.at(NIGHT_BEFORE)
  expect(reminded()).toEqual([])
  await bed.at(NINE_BEFORE)
  await bed.facts.waitFor(reservationNears)
  await bed.at('2024-12-01T05:00:00.000Z')
  await bed.at('2024-12-05T00:00:00.000Z')
  expect(reminded()).toEqual([reservationId])
})

test('mail L: a reminder that comes late, when the use has begun, tells nothing', async () => {
  const owner = await open()
  await approved(owner)
  await bed.sql(
    "update reservation.due_work set due_at = '2024-12-01T00:30:00Z' where kind = 'remind-of-use'",
  )
  await bed.at('2024-12-01T05:00:00.000Z')
  expect(reminded()).toEqual([])
})

test('mail L: who is approved on the day before, or has cancelled, is not told', async () => {
  const owner = await open()
  const given = await approved(owner, { from: '13:00', to: '15:00' })
  const late = await bed.booked(owner, { from: '09:00', to: '10:00' })
  await bed.call(cancel, { actor: owner, reservationId: given.reservationId })
  await bed.at('2024-11-30T01:00:00.000Z')
  const outcome = await bed.call(approve, {
    actor: staff,
    reservationId: late.reservationId,
    expectedVersion: late.version,
  })
  expect(outcome.ok).toBe(true)
  await bed.at('2024-12-01T05:00:00.000Z')
  expect(reminded()).toEqual([])
  const [due] = await bed.sql<{ rows: number }>(
    "select count(*)::int as rows from reservation.due_work where kind = 'remind-of-use'",
  )
  expect(due).toEqual({ rows: 0 })
})

test('mail L, M30: a moved booking that stays approved is told before its new day only', async () => {
  const owner = await open({ moveAllowed: true, moveApproval: 'kept' })
  const { reservationId } = await approved(owner)
  const application = everydayApplication({ date: '2024-12-02' })
  const moved = await bed.call(moveReservation, { actor: owner, reservationId, key: newId(), application })
  if (!moved.ok) throw new Error(moved.refusal.code)
  await bed.at(NINE_BEFORE)
  expect(reminded()).toEqual([])
  await bed.at('2024-12-01T00:00:00.000Z')
  await bed.facts.waitFor(reservationNears)
  expect(reminded()).toEqual([moved.value.reservation.reservationId])
})
