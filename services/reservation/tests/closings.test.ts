import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import type { ClosingPlan } from '@asaichi/contract/reservation/closing-plan.ts'
import * as closings from '@asaichi/contract/reservation/closings.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import * as staffRequests from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ReservationBed, staff, staffElsewhere, startReservationBed } from './reservation-bed.ts'

const PLAN: ClosingPlan = {
  kind: 'closure',
  reason: '配管の工事',
  venueId: 'kokaido',
  spaceIds: [],
  first: '2024-12-02',
  last: '2024-12-06',
  weekdays: [],
  from: '10:00',
  to: '20:00',
}

let bed: ReservationBed
let people: readonly [Actor, Actor]
beforeEach(async () => {
  bed = await startReservationBed()
  await bed.openDates('2024-12-02', '2024-12-04')
  people = await bed.people(2)
})
afterEach(() => bed[Symbol.asyncDispose]())

const look = (plan: Partial<ClosingPlan> = {}, actor = staff) =>
  bed.call(closings.lookAtClosing, { actor, plan: { ...PLAN, ...plan } })
type Act = {
  readonly actor?: Actor
  readonly actId?: string
  readonly plan?: ClosingPlan
  readonly cancel?: { readonly reason: string; readonly reservationIds: string[] }
}
const place = (input: Act = {}) =>
  bed.call(closings.placeClosing, { actor: staff, actId: newId(), plan: PLAN, ...input })
const dayOf = async (date: string) => {
  const day = await bed.call(staffRequests.getStaffDay, { actor: staff, venueId: 'kokaido', date })
  return day.ok ? day.value.occupancies : []
}

test('G13: an act shows the bookings it meets, stops at what nobody has seen, and cancels the seen ones with their mail', async () => {
  const pending = await bed.booked(people[0], { date: '2024-12-02', from: '09:00', to: '12:00' })
  const approved = await bed.booked(people[1], {
    date: '2024-12-04',
    from: '19:00',
    to: '20:00',
    listingId: 'hall-a',
  })
  await bed.call(staffRequests.approve, {
    actor: staff,
    reservationId: approved.reservationId,
    expectedVersion: 1,
  })
  const before = await look()
  expect(before).toMatchObject({
    value: {
      bookings: [{ reservationId: pending.reservationId }, { reservationId: approved.reservationId }],
      more: false,
      holds: 0,
    },
  })
  expect(await place()).toMatchObject({ refusal: { code: 'bookings-in-the-way', detail: { count: 2 } } })
  const one = { reason: '配管の工事のため', reservationIds: [pending.reservationId] }
  expect(await place({ cancel: one })).toMatchObject({
    refusal: { code: 'bookings-in-the-way', detail: { count: 1 } },
  })
  expect(await dayOf('2024-12-06')).toEqual([])

  const actId = newId()
  const cancel = { ...one, reservationIds: [pending.reservationId, approved.reservationId] }
  const answers = await Promise.all([place({ actId, cancel }), place({ actId, cancel })])
  const spans = before.ok ? before.value.spans : 0
  for (const answer of answers) expect(answer).toEqual({ ok: true, value: { actId, spans, cancelled: 2 } })
  expect(await place({ actId, plan: { ...PLAN, reason: '別の理由' } })).toMatchObject({
    refusal: { code: 'id-used-differently' },
  })
  for (const { reservationId } of [pending, approved]) {
    expect(await bed.call(contract.getReservation, { actor: staff, reservationId })).toMatchObject({
      value: { status: 'cancelled', cancelledBy: 'city', reason: '配管の工事のため' },
    })
    await bed.facts.waitFor(contract.reservationCancelled, fact => fact.reservationId === reservationId)
  }
  // What the booking held before the closure begins reopens by the rule; the rest is closed in the same moment.
  expect(
    (await dayOf('2024-12-02'))
      .filter(({ spaceIds }) => spaceIds.includes('yoshitsu'))
      .map(({ kind, from, to, reopensAt }) => [kind, from, to, reopensAt]),
  ).toEqual([
    ['reopening', '09:00', '10:00', '2024-11-10T22:00:00.000Z'],
    ['closure', '10:00', '20:00', null],
  ])
})

test('G13: an act cancels the booking of the clerk who makes it as the city, also while residents’ acts are stopped', async () => {
  const [clerk] = people
  const { reservationId } = await bed.booked(clerk, { date: '2024-12-02', from: '10:00', to: '12:00' })
  const stop = { from: '2024-11-10', fromTime: '00:00', to: '2024-11-20', toTime: '24:00', text: '点検' }
  await bed.neighbours.catalog.publish(tx =>
    emit(tx, cityChanged, {
      aggregateId: 'mitaka',
      version: 2,
      data: { city: demoCity({ cityId: 'mitaka', serviceStops: [stop] }), version: 2 },
    }),
  )
  await bed.quiet(bed.neighbours.catalog)
  const cancel = { reason: '配管の工事のため', reservationIds: [reservationId] }
  expect(await place({ actor: { ...clerk, role: 'staff' }, cancel })).toMatchObject({ ok: true })
  expect(await bed.call(contract.getReservation, { actor: staff, reservationId })).toMatchObject({
    value: { status: 'cancelled', cancelledBy: 'city', reason: '配管の工事のため' },
  })
})

test('G13, G4: an act is taken back as one, reopens by the rule, and may be taken back twice', async () => {
  const actId = newId()
  expect(await place({ actId, plan: { ...PLAN, spaceIds: ['yoshitsu'] } })).toMatchObject({
    value: { spans: 5 },
  })
  expect(await dayOf('2024-12-02')).toMatchObject([{ kind: 'closure', actId, reason: '配管の工事' }])
  expect(await look({ spaceIds: ['yoshitsu'] })).toMatchObject({ value: { holds: 5, bookings: [] } })
  expect(await place({ plan: { ...PLAN, spaceIds: ['yoshitsu'] } })).toMatchObject({
    refusal: { code: 'taken', detail: { blocker: { kind: 'closure' } } },
  })
  expect(await bed.call(closings.releaseClosing, { actor: staffElsewhere, actId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  for (let nr = 0; nr < 2; nr += 1)
    expect(await bed.call(closings.releaseClosing, { actor: staff, actId })).toMatchObject({ ok: true })
  const wanted = { date: '2024-12-02', from: '10:00', to: '11:00' }
  expect(await bed.press(people[0], wanted)).toMatchObject({
    refusal: { code: 'taken', detail: { blocker: { kind: 'reopening' } } },
  })
  await bed.at('2024-11-10T22:00:00.000Z')
  await bed.booked(people[0], wanted)
})

test('W13m: city use repeats on weekdays and keeps the day’s cap; only staff of the city look or act', async () => {
  const plan: ClosingPlan = {
    ...PLAN,
    kind: 'city-use',
    spaceIds: ['yoshitsu'],
    last: '2024-12-31',
    weekdays: ['mon'],
    from: '09:00',
    to: '12:00',
  }
  expect(await place({ plan })).toMatchObject({ value: { spans: 5, cancelled: 0 } })
  expect(await dayOf('2024-12-09')).toMatchObject([{ kind: 'city-use', from: '09:00', to: '12:00' }])
  expect(await dayOf('2024-12-10')).toEqual([])
  expect(await place({ plan: { ...plan, from: '12:00', to: '18:00' } })).toMatchObject({
    refusal: { code: 'day-cap-reached' },
  })
  expect(await look({}, people[0])).toMatchObject({ refusal: { code: 'not-allowed' } })
  expect(await look({}, staffElsewhere)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await place({ actor: people[0] })).toMatchObject({ refusal: { code: 'not-allowed' } })
  expect(await place({ actor: staffElsewhere })).toMatchObject({ refusal: { code: 'not-found' } })
})
