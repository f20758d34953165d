import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import * as staffRequests from '@asaichi/contract/reservation/staff.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ReservationBed, staff, staffElsewhere, startReservationBed } from './reservation-bed.ts'

let bed: ReservationBed
let owner: Actor
let hour = 9
beforeAll(async () => {
  bed = await startReservationBed()
  await bed.openDates('2024-12-01')
})
afterAll(() => bed[Symbol.asyncDispose]())
beforeEach(async () => {
  ;[owner] = await bed.people(1)
})

/** Each test books an hour of its own. */
function nextHour(): { from: string; to: string } {
  const span = { from: `${String(hour).padStart(2, '0')}:00`, to: `${String(hour + 1).padStart(2, '0')}:00` }
  hour += 1
  return span
}

test('M26: approval gives a six-digit number and tells lock what it needs', async () => {
  const { reservationId, version } = await bed.booked(owner, nextHour())
  const outcome = await bed.call(staffRequests.approve, {
    actor: staff,
    reservationId,
    expectedVersion: version,
  })
  expect(outcome).toMatchObject({
    ok: true,
    value: { status: 'approved', number: expect.stringMatching(/^\d{6}$/), version: 2 },
  })
  expect(
    await bed.facts.waitFor(contract.reservationApproved, fact => fact.reservationId === reservationId),
  ).toMatchObject({ spaceId: 'yoshitsu', version: 2 })
})

test('V4: a fact tells which of the staff approved, refused or cancelled, and none where it was the resident', async () => {
  const booked = async () => await bed.booked(owner, nextHour())
  const [kept, unwanted, own] = [await booked(), await booked(), await booked()]
  const as = (one: { reservationId: string; version: number }) => ({
    actor: staff,
    reservationId: one.reservationId,
    expectedVersion: one.version,
  })
  await bed.call(contract.cancel, { actor: owner, reservationId: own.reservationId })
  await bed.call(staffRequests.approve, as(kept))
  await bed.call(contract.cancel, { actor: staff, reservationId: kept.reservationId, reason: '断水' })
  await bed.call(staffRequests.refuseApplication, { ...as(unwanted), reason: '書類不足' })
  const aboutId = unwanted.reservationId
  await bed.facts.waitFor(contract.staffActed, act => act.aboutId === aboutId)
  const did = { staffId: staff.personId, cityId: staff.cityId, personId: owner.personId }
  const acts = bed.facts.of(contract.staffActed).filter(act => act.personId === owner.personId)
  expect(acts).toEqual([
    { ...did, act: 'approve-booking', aboutId: kept.reservationId },
    { ...did, act: 'cancel-booking', aboutId: kept.reservationId },
    { ...did, act: 'refuse-booking', aboutId },
  ])
})

test('M26: residents and staff of other cities cannot approve, and learn nothing', async () => {
  const { reservationId, version } = await bed.booked(owner, nextHour())
  expect(
    await bed.call(staffRequests.approve, { actor: owner, reservationId, expectedVersion: version }),
  ).toMatchObject({ refusal: { code: 'not-allowed' } })
  expect(
    await bed.call(staffRequests.approve, { actor: staffElsewhere, reservationId, expectedVersion: version }),
  ).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await bed.call(contract.getReservation, { actor: staffElsewhere, reservationId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('F38: of approve, refuse and cancel in one instant exactly one wins, the others read the new state', async () => {
  const { reservationId, version } = await bed.booked(owner, nextHour())
  const input = { actor: staff, reservationId, expectedVersion: version }
  const outcomes = await Promise.all([
    bed.call(staffRequests.approve, input),
    bed.call(staffRequests.approve, input),
    bed.call(staffRequests.refuseApplication, { ...input, reason: '書類不足' }),
    bed.call(staffRequests.refuseApplication, { ...input, reason: '書類不足' }),
  ])
  expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
  for (const outcome of outcomes)
    if (!outcome.ok) expect(outcome.refusal).toMatchObject({ code: 'state-changed', detail: { version: 2 } })
})

test('A75: an approve after a cancel changes nothing', async () => {
  const { reservationId, version } = await bed.booked(owner, nextHour())
  expect(await bed.call(contract.cancel, { actor: owner, reservationId })).toMatchObject({
    ok: true,
    value: { status: 'cancelled', cancelledBy: 'resident' },
  })
  expect(
    await bed.call(staffRequests.approve, { actor: staff, reservationId, expectedVersion: version }),
  ).toMatchObject({ refusal: { code: 'state-changed', detail: { status: 'cancelled' } } })
  expect(await bed.call(contract.cancel, { actor: owner, reservationId })).toMatchObject({
    ok: true,
    value: { status: 'cancelled', version: 2 },
  })
})

test('M7: a permission lost after the press stops the approval', async () => {
  const { reservationId, version } = await bed.booked(owner, nextHour())
  const { personId, cityId } = owner
  await bed.neighbours.identity.publish(tx =>
    emit(tx, permissionChanged, {
      aggregateId: `${personId}:${cityId}`,
      version: 2,
      data: { personId, cityId, status: 'suspended', adultFrom: '2000-01-01' },
    }),
  )
  await bed.quiet(bed.neighbours.identity)
  expect(
    await bed.call(staffRequests.approve, { actor: staff, reservationId, expectedVersion: version }),
  ).toMatchObject({ refusal: { code: 'person-not-approved' } })
})

test('M29: a stranger’s id is not found; staff cancel with a reason only', async () => {
  const { reservationId } = await bed.booked(owner, nextHour())
  const [stranger] = await bed.people(1)
  expect(await bed.call(contract.cancel, { actor: stranger, reservationId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await bed.call(contract.cancel, { actor: staff, reservationId })).toMatchObject({
    refusal: { code: 'reason-needed' },
  })
  expect(
    await bed.call(contract.cancel, { actor: staff, reservationId, reason: '停電のため' }),
  ).toMatchObject({ ok: true, value: { cancelledBy: 'city', reason: '停電のため' } })
})

test('M28: staff see their city’s queue by nearest deadline; residents do not', async () => {
  const { reservationId } = await bed.booked(owner, nextHour())
  const queue = await bed.call(staffRequests.listApplications, { actor: staff })
  expect(queue.ok && queue.value.items.map(item => item.reservationId)).toContain(reservationId)
  expect(queue.ok && queue.value.items.map(item => item.startsAt)).toEqual(
    queue.ok && queue.value.items.map(item => item.startsAt).toSorted(),
  )
  expect(await bed.call(staffRequests.listApplications, { actor: owner })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  expect(await bed.call(staffRequests.listApplications, { actor: staffElsewhere })).toMatchObject({
    ok: true,
    value: { items: [] },
  })
})

test('G13: city use and closures take free time only, show as such, are capped, and can be given back', async () => {
  const { from, to } = nextHour()
  await bed.booked(owner, { from, to })
  const hold = {
    actor: staff,
    spaceId: 'yoshitsu',
    kind: 'city-use' as const,
    reason: '選挙の投票所',
    date: '2024-12-02',
    from: '09:00',
    to: '12:00',
  }
  expect(await bed.call(staffRequests.holdSpace, { ...hold, date: '2024-12-01', from, to })).toMatchObject({
    refusal: { code: 'taken', detail: { blocker: { kind: 'reservation' } } },
  })
  expect(await bed.call(staffRequests.holdSpace, { ...hold, actor: owner })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  expect(await bed.call(staffRequests.holdSpace, { ...hold, actor: staffElsewhere })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await bed.call(staffRequests.holdSpace, { ...hold, from: '09:10' })).toMatchObject({
    refusal: { code: 'off-grid' },
  })
  expect(await bed.call(staffRequests.holdSpace, { ...hold, to: '21:00' })).toMatchObject({
    refusal: { code: 'day-cap-reached' },
  })
  const held = await bed.call(staffRequests.holdSpace, hold)
  if (!held.ok) throw new Error('not held')
  await bed.openDates('2024-12-02')
  expect(await bed.press(owner, { date: '2024-12-02' })).toMatchObject({
    refusal: { code: 'taken', detail: { blocker: { kind: 'city-use' } } },
  })
  expect(
    await bed.call(staffRequests.releaseHold, { actor: staffElsewhere, occupancyId: held.value.occupancyId }),
  ).toMatchObject({ refusal: { code: 'not-found' } })
  expect(
    await bed.call(staffRequests.releaseHold, { actor: staff, occupancyId: held.value.occupancyId }),
  ).toMatchObject({ ok: true })
  await bed.at('2024-11-10T22:00:00.000Z')
  await bed.booked(owner, { date: '2024-12-02' })
})

test('mail facts repeat the application for notification, and an unknown id is not found', async () => {
  const { reservationId } = await bed.booked(owner, nextHour())
  expect(await bed.call(contract.getMailFacts, { reservationId })).toMatchObject({
    ok: true,
    value: { venueAddress: '試験市1-2-3', spaceHasDoor: true, note: '町会 定例会' },
  })
  expect(await bed.call(contract.getMailFacts, { reservationId: staff.personId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})
