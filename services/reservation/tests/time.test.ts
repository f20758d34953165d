import * as contract from '@asaichi/contract/reservation/reservation.ts'
import * as staffRequests from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

let bed: ReservationBed
beforeEach(async () => {
  bed = await startReservationBed()
})
afterEach(() => bed[Symbol.asyncDispose]())

test('M18, A48: 06:59:59.999 is refused, 07:00:00.000 holds one of two, the same keys may be used', async () => {
  await bed.openDates('2024-12-15')
  const [one, two] = await bed.people(2)
  const asked = { date: '2024-12-15', from: '09:00', to: '10:00' }
  const [keyOne, keyTwo] = [newId(), newId()]
  await bed.at('2024-11-16T21:59:59.999Z')
  expect(await bed.press(one, asked, keyOne)).toMatchObject({
    refusal: {
      code: 'not-open-yet',
      detail: { opensAt: '2024-11-16T22:00:00.000Z', serverTime: '2024-11-16T21:59:59.999Z' },
    },
  })
  await bed.at('2024-11-16T22:00:00.000Z')
  const outcomes = await Promise.all([bed.press(one, asked, keyOne), bed.press(two, asked, keyTwo)])
  expect(outcomes.map(outcome => (outcome.ok ? 'held' : outcome.refusal.code)).toSorted()).toEqual([
    'held',
    'taken',
  ])
})

test('M25: an unanswered application expires at its start and its time is free; an approved one is used at its end', async () => {
  await bed.openDates('2024-12-01')
  const people = await bed.people(2)
  const waiting = await bed.booked(people[0], { from: '09:00', to: '10:00' })
  const answered = await bed.booked(people[1], { from: '10:00', to: '11:00' })
  await bed.call(staffRequests.approve, {
    actor: staff,
    reservationId: answered.reservationId,
    expectedVersion: 1,
  })
  const statusOf = async (reservationId: string) => {
    const outcome = await bed.call(contract.getReservation, { actor: staff, reservationId })
    return outcome.ok && outcome.value.status
  }
  await bed.at('2024-11-30T23:59:59.999Z')
  expect(await statusOf(waiting.reservationId)).toBe('pending')
  await bed.at('2024-12-01T00:00:00.000Z')
  expect(await statusOf(waiting.reservationId)).toBe('expired')
  await bed.facts.waitFor(contract.reservationExpired, fact => fact.reservationId === waiting.reservationId)
  await bed.at('2024-12-01T01:59:59.999Z')
  expect(await statusOf(answered.reservationId)).toBe('approved')
  await bed.at('2024-12-01T02:00:00.000Z')
  expect(await statusOf(answered.reservationId)).toBe('used')
})

test('G4: a cancelled time reopens at the next 07:00, not a moment before', async () => {
  await bed.openDates('2024-12-01')
  const [owner, ally] = await bed.people(2)
  const { reservationId } = await bed.booked(owner)
  expect(await bed.call(contract.cancel, { actor: owner, reservationId })).toMatchObject({ ok: true })
  expect(await bed.press(ally)).toMatchObject({
    refusal: { code: 'taken', detail: { blocker: { kind: 'reopening' } } },
  })
  await bed.at('2024-11-10T21:59:59.999Z')
  expect(await bed.press(ally)).toMatchObject({ refusal: { code: 'taken' } })
  await bed.at('2024-11-10T22:00:00.000Z')
  expect(await bed.press(ally)).toMatchObject({ ok: true })
})

test('G4: inside three days of use a cancelled time reopens within the hour', async () => {
  await bed.openDates('2024-12-01')
  await bed.at('2024-11-28T12:00:00.000Z')
  const [owner] = await bed.people(1)
  const { reservationId } = await bed.booked(owner)
  await bed.call(contract.cancel, { actor: owner, reservationId })
  const [due] = await bed.sql<{ at: string }>(
    `select due_at as at from reservation.due_work where kind = 'reopen-time'`,
  )
  expect(due && due.at >= '2024-11-28T12:00:00.000Z' && due.at < '2024-11-28T13:00:00.000Z').toBe(true)
  await bed.at('2024-11-28T13:00:00.000Z')
  expect(await bed.sql(`select 1 from reservation.occupancies`)).toEqual([])
})

test('M21: the last office day ends at 24:00', async () => {
  await bed.openDates('2024-12-01')
  const people = await bed.people(2)
  await bed.at('2024-11-28T14:59:59.999Z')
  await bed.booked(people[0], { from: '09:00', to: '10:00' })
  await bed.at('2024-11-28T15:00:00.000Z')
  expect(await bed.press(people[1], { from: '10:00', to: '11:00' })).toMatchObject({
    refusal: { code: 'closed' },
  })
})
