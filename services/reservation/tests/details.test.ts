import type { Actor } from '@asaichi/contract/actor.ts'
import { changeDetails, type Details } from '@asaichi/contract/reservation/details.ts'
import { getReservation, type Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { approve, listApplications } from '@asaichi/contract/reservation/staff.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

let bed: ReservationBed
let owner: Actor
let booked: Reservation
beforeEach(async () => {
  bed = await startReservationBed()
  await bed.openDates('2024-12-01')
  ;[owner] = await bed.people(1)
  booked = await bed.booked(owner)
})
afterEach(() => bed[Symbol.asyncDispose]())

const NEW: Details = { eventName: '朝の読書会', people: 20, note: '朝の読書会 定例' }

function change(options: { actor?: Actor; version?: number; details?: Partial<Details> } = {}) {
  const { actor = owner, version = 1, details = {} } = options
  const { reservationId } = booked
  return bed.call(changeDetails, {
    actor,
    reservationId,
    expectedVersion: version,
    details: { ...NEW, ...details },
  })
}

test('M24: the owner changes event, people and note, staff see it and when, and an answer lost is answered again', async () => {
  const changed = await change()
  expect(changed).toMatchObject({ value: { ...NEW, version: 2, changedAt: '2024-11-10T00:00:00.000Z' } })
  expect(await change()).toEqual(changed)
  const queue = await bed.call(listApplications, { actor: staff })
  expect(queue.ok && queue.value.items).toMatchObject([
    { ...NEW, version: 2, changedAt: '2024-11-10T00:00:00.000Z' },
  ])
})

test('M24: of two changes from one version one is made, and staff who read the old text are told before they approve', async () => {
  const outcomes = await Promise.all([change(), change({ details: { people: 5 } })])
  expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
  const stale = { code: 'state-changed', detail: { status: 'pending', version: 2 } }
  expect(outcomes.find(outcome => !outcome.ok)).toMatchObject({ refusal: stale })
  const { reservationId } = booked
  expect(await bed.call(approve, { actor: staff, reservationId, expectedVersion: 1 })).toMatchObject({
    refusal: stale,
  })
  expect(await bed.call(approve, { actor: staff, reservationId, expectedVersion: 2 })).toMatchObject({
    ok: true,
  })
  expect(await change({ version: 3 })).toMatchObject({ value: { status: 'approved', version: 4 } })
})

test('M24: not by anybody else, not for more people than the room takes, not once the use has begun', async () => {
  const [other] = await bed.people(1)
  for (const actor of [other, staff])
    expect(await change({ actor })).toMatchObject({ refusal: { code: 'not-found' } })
  for (const people of [0, 27])
    expect(await change({ details: { people } })).toMatchObject({
      refusal: { code: 'people-out-of-range', detail: { capacity: 26 } },
    })
  const { reservationId } = booked
  await bed.call(approve, { actor: staff, reservationId, expectedVersion: 1 })
  await bed.at('2024-12-01T00:00:00.000Z')
  expect(await change({ version: 2 })).toMatchObject({ refusal: { code: 'state-changed' } })
  expect(await bed.call(getReservation, { actor: owner, reservationId })).toMatchObject({
    value: { eventName: booked.eventName },
  })
})
