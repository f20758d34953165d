import type { Actor } from '@asaichi/contract/actor.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import * as staffRequests from '@asaichi/contract/reservation/staff.ts'
import * as watching from '@asaichi/contract/reservation/watches.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

let bed: ReservationBed
let owner: Actor
let waiting: Actor
beforeEach(async () => {
  bed = await startReservationBed()
  await bed.openDates('2024-12-01')
  ;[owner, waiting] = await bed.people(2)
})
afterEach(() => bed[Symbol.asyncDispose]())

const TIME = { listingId: 'yoshitsu', date: '2024-12-01', from: '09:00', to: '10:00' }

function watch(actor: Actor, differences: Partial<typeof TIME> = {}) {
  return bed.call(watching.watchTime, { actor, ...TIME, ...differences })
}

test('G5: whoever watches a taken time is told once it reopens, once, and finds the facts of the mail', async () => {
  const { reservationId } = await bed.booked(owner)
  const watched = await watch(waiting)
  if (!watched.ok) throw new Error(watched.refusal.code)
  expect(await watch(waiting)).toEqual(watched)
  expect(await bed.call(watching.listWatches, { actor: waiting })).toEqual({
    ok: true,
    value: { items: [watched.value] },
  })
  await bed.call(contract.cancel, { actor: owner, reservationId })
  await bed.at('2024-11-10T21:59:59.999Z')
  expect(bed.facts.of(watching.watchedTimeFreed)).toEqual([])
  await bed.at('2024-11-10T22:00:00.000Z')
  const { watchId } = watched.value
  expect(await bed.facts.waitFor(watching.watchedTimeFreed, fact => fact.watchId === watchId)).toEqual({
    watchId,
    personId: waiting.personId,
    cityId: 'mitaka',
    listingId: 'yoshitsu',
  })
  expect(await bed.call(watching.listWatches, { actor: waiting })).toEqual({ ok: true, value: { items: [] } })
  expect(await bed.call(watching.getWatchMail, { watchId })).toMatchObject({
    value: { venueName: '試験公会堂', spaceName: '1階洋室', venueAddress: '試験市1-2-3', from: '09:00' },
  })
  const again = await bed.booked(owner)
  await bed.call(contract.cancel, { actor: owner, reservationId: again.reservationId })
  await bed.at('2024-11-11T22:00:00.000Z')
  expect(bed.facts.of(watching.watchedTimeFreed)).toHaveLength(1)
})

test('G5: a time that is only partly free is not told; a whole hall waits for its parts (M13)', async () => {
  const span = { date: '2024-12-01', from: '09:00', to: '10:00' }
  const holdOf = (spaceId: string) =>
    bed.call(staffRequests.holdSpace, { actor: staff, spaceId, kind: 'closure', reason: '清掃', ...span })
  const [a, b] = [await holdOf('hall-a'), await holdOf('hall-b')]
  if (!a.ok || !b.ok) throw new Error('not held')
  expect(await watch(waiting, { listingId: 'hall' })).toMatchObject({ ok: true })
  await bed.call(staffRequests.releaseHold, { actor: staff, occupancyId: a.value.occupancyId })
  await bed.at('2024-11-10T22:00:00.000Z')
  expect(await bed.sql(`select 1 from reservation.watches where ended_at is not null`)).toEqual([])
  await bed.call(staffRequests.releaseHold, { actor: staff, occupancyId: b.value.occupancyId })
  await bed.at('2024-11-11T22:00:00.000Z')
  await bed.facts.waitFor(watching.watchedTimeFreed, fact => fact.personId === waiting.personId)
})

test('G5: a free time, one of the past, one off the grid and one too many are not watched', async () => {
  expect(await watch(waiting)).toMatchObject({ refusal: { code: 'time-is-free' } })
  expect(await watch(waiting, { date: '2024-11-10', from: '08:00' })).toMatchObject({
    refusal: { code: 'already-past' },
  })
  expect(await watch(waiting, { from: '09:15' })).toMatchObject({ refusal: { code: 'off-grid' } })
  expect(await watch(waiting, { listingId: 'nowhere' })).toMatchObject({
    refusal: { code: 'unknown-listing' },
  })
  await bed.booked(owner, { to: '21:00' })
  for (let half = 18; half < 38; half++)
    expect(await watch(waiting, spanOf(half))).toMatchObject({ ok: true })
  expect(await watch(waiting, spanOf(38))).toMatchObject({
    refusal: { code: 'too-many-watches', detail: { limit: 20 } },
  })
})

test('G5: the owner ends a watch, nobody else does, and it is forgotten at the start of its time', async () => {
  await bed.booked(owner)
  const watched = await watch(waiting)
  if (!watched.ok) throw new Error(watched.refusal.code)
  const { watchId } = watched.value
  for (const ended of [
    { actor: owner, watchId },
    { actor: waiting, watchId: newId() },
  ])
    expect(await bed.call(watching.endWatch, ended)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await bed.call(watching.endWatch, { actor: waiting, watchId })).toMatchObject({ ok: true })
  expect(await bed.call(watching.endWatch, { actor: waiting, watchId })).toMatchObject({ ok: true })
  expect(await watch(waiting)).toMatchObject({ ok: true })
  await bed.at('2024-12-01T00:00:00.000Z')
  expect(await bed.sql(`select 1 from reservation.watches`)).toEqual([])
})

function spanOf(half: number): { from: string; to: string } {
  const time = (at: number) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 ? '30' : '00'}`
  return { from: time(half), to: time(half + 1) }
}
