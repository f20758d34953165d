import type { Actor } from '@asaichi/contract/actor.ts'
import * as search from '@asaichi/contract/reservation/search.ts'
import * as staffRequests from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ReservationBed, staff, staffElsewhere, startReservationBed } from './reservation-bed.ts'

let bed: ReservationBed
let caller: Actor
beforeAll(async () => {
  bed = await startReservationBed()
  await bed.openDates('2024-12-02', '2024-12-04', '2024-12-06')
})
afterAll(() => bed[Symbol.asyncDispose]())
beforeEach(async () => {
  ;[caller] = await bed.people(1)
})

test('A76: nobody approves or books at the desk for an account of their own, alone or among many', async () => {
  const other = await bed.booked(caller, { date: '2024-12-02', from: '13:00', to: '14:00' })
  const [club] = await bed.people(1)
  const { reservationId } = await bed.booked(club, { date: '2024-12-02', from: '14:00', to: '15:00' })
  bed.own.add(club.personId)
  const item = { reservationId, expectedVersion: 1 }
  const refused = { refusal: { code: 'own-booking' } }
  expect(await bed.call(staffRequests.approve, { actor: staff, ...item })).toMatchObject(refused)
  expect(
    await bed.call(staffRequests.approveMany, {
      actor: staff,
      items: [item, { reservationId: other.reservationId, expectedVersion: 1 }],
    }),
  ).toMatchObject({ value: { items: [{ outcome: 'own-booking' }, { outcome: 'approved' }] } })
  expect(
    await bed.call(staffRequests.applyFor, {
      actor: staff,
      personId: club.personId,
      key: newId(),
      application: everydayApplication({ date: '2024-12-02', from: '15:00', to: '16:00' }),
    }),
  ).toMatchObject(refused)
})

test('A72, G4: a hold that is given back reopens like a cancelled booking, and the city may take that time again', async () => {
  const day = { date: '2024-12-06' }
  const hold = { actor: staff, spaceId: 'yoshitsu', kind: 'closure' as const, reason: '修理', ...day }
  const placed = await bed.call(staffRequests.holdSpace, { ...hold, from: '16:00', to: '19:00' })
  if (!placed.ok) throw new Error(placed.refusal.code)
  const { occupancyId } = placed.value
  expect(await bed.call(staffRequests.releaseHold, { actor: staff, occupancyId })).toMatchObject({ ok: true })
  expect(await bed.press(caller, { ...day, from: '16:00', to: '17:00' })).toMatchObject({
    refusal: { code: 'taken', detail: { blocker: { kind: 'reopening' } } },
  })
  expect(await bed.call(staffRequests.holdSpace, { ...hold, from: '17:00', to: '18:00' })).toMatchObject({
    ok: true,
  })
  const wanted = { actor: staff, venueId: 'kokaido', ...day }
  const after = await bed.call(staffRequests.getStaffDay, wanted)
  if (!after.ok) throw new Error(after.refusal.code)
  expect(
    after.value.occupancies
      .filter(({ from }) => from >= '16:00')
      .map(({ kind, from, to, reopensAt }) => [kind, from, to, reopensAt]),
  ).toEqual([
    ['reopening', '16:00', '17:00', '2024-11-10T22:00:00.000Z'],
    ['closure', '17:00', '18:00', null],
    ['reopening', '18:00', '19:00', '2024-11-10T22:00:00.000Z'],
  ])
})

test('T14: a booking is found by its number, any part of its event or its person, in the own city alone', async () => {
  const [person] = await bed.people(1)
  const day = { date: '2024-12-04' }
  const first = await bed.booked(person, {
    ...day,
    from: '13:00',
    to: '14:00',
    eventName: 'ＡＢＣ おりがみ 教室',
  })
  await bed.booked(person, { ...day, from: '14:00', to: '15:00', eventName: '100%の会' })
  const { reservationId } = first
  const approved = await bed.call(staffRequests.approve, { actor: staff, reservationId, expectedVersion: 1 })
  const number = approved.ok ? (approved.value.number ?? '') : ''
  const wide = String.fromCodePoint(...Array.from(number, digit => (digit.codePointAt(0) ?? 0) + 0xfee0))
  const find = async (query: string, options: { actor?: Actor; personIds?: string[] } = {}) => {
    const found = await bed.call(search.searchBookings, { actor: staff, query, personIds: [], ...options })
    return found.ok ? found.value.items.map(item => item.eventName) : found.refusal.code
  }
  for (const query of [number, wide, 'abcオリガミ', 'がみ教', 'ｵﾘｶﾞﾐ'])
    expect(await find(query), query).toEqual(['ＡＢＣ おりがみ 教室'])
  expect(await find('%')).toEqual(['100%の会'])
  expect(await find('_')).toEqual([])
  expect(await find('誰か', { personIds: [person.personId] })).toHaveLength(2)
  expect(await find(number, { actor: staffElsewhere })).toEqual([])
  expect(await find(number, { actor: person })).toBe('not-allowed')

  const wanted = { personId: person.personId, limit: 1 }
  expect(await bed.call(search.listBookingsOf, { actor: staff, ...wanted })).toMatchObject({
    value: { items: [{ eventName: '100%の会' }], next: expect.any(String) },
  })
  expect(await bed.call(search.listBookingsOf, { actor: staffElsewhere, ...wanted })).toMatchObject({
    value: { items: [] },
  })
  expect(await bed.call(search.listBookingsOf, { actor: person, ...wanted })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  const reservationIds = [reservationId]
  expect(await bed.call(search.listBookingsById, { actor: staff, reservationIds })).toMatchObject({
    value: { items: [{ number }] },
  })
  expect(await bed.call(search.listBookingsById, { actor: staffElsewhere, reservationIds })).toMatchObject({
    value: { items: [] },
  })
})
