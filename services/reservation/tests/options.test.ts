import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { type VenueOption, venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { getBill } from '@asaichi/contract/reservation/money.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import { type Application, cancel, getReceipt } from '@asaichi/contract/reservation/reservation.ts'
import { approve, refuseApplication } from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MONEY } from './money-bed.ts'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

const PROJECTOR: VenueOption = {
  optionId: 'projector',
  name: 'プロジェクター',
  yen: 500,
  stock: 1,
  note: null,
  translations: { en: { name: 'Projector' } },
}
const STAGE: VenueOption = {
  optionId: 'stage',
  name: 'ステージ',
  yen: 100,
  stock: 3,
  spaceIds: ['yoshitsu'],
  note: null,
}
const one = [{ optionId: 'projector', count: 1 }]

let bed: ReservationBed
let owner: Actor
let other: Actor
let told = 1
beforeAll(async () => {
  bed = await startReservationBed(
    {
      moveAllowed: true,
      money: MONEY,
      quota: { liveReservations: null },
      reopening: { kind: 'next-opening', soonDays: 3 },
    },
    2,
  )
  await tell([PROJECTOR, STAGE])
  await bed.openDates('2024-12-01', '2024-12-02', '2024-12-04', '2024-12-05', '2024-12-06', '2024-12-07')
  ;[owner, other] = await bed.people(2)
})
afterAll(() => bed[Symbol.asyncDispose]())

async function tell(options: VenueOption[]): Promise<void> {
  told += 1
  await bed.neighbours.catalog.publish(tx =>
    emit(tx, venueChanged, {
      aggregateId: 'kokaido',
      version: told,
      data: { venue: demoVenue({ options }), version: told },
    }),
  )
  await bed.quiet(bed.neighbours.catalog)
}

function gone(left: number, { optionId, name }: Pick<VenueOption, 'optionId' | 'name'> = PROJECTOR) {
  return { ok: false, refusal: { code: 'option-gone', detail: { optionId, name, left } } }
}

test('G10: the fee of a booking is that of the room and of what is ordered with it; the names stay as they were ordered', async () => {
  const application: Partial<Application> = {
    listingId: 'yoshitsu-paid',
    paidEvent: true,
    from: '09:00',
    to: '10:00',
    options: [...one, { optionId: 'stage', count: 2 }],
  }
  const booking = await bed.booked(owner, application)
  const options = [
    {
      optionId: 'projector',
      name: 'プロジェクター',
      count: 1,
      yen: 500,
      translations: { en: { name: 'Projector' } },
    },
    { optionId: 'stage', name: 'ステージ', count: 2, yen: 200 },
  ]
  expect(booking).toMatchObject({ yen: 600 + 500 + 200, options })
  const { reservationId, version: expectedVersion } = booking
  await bed.call(approve, { actor: staff, reservationId, expectedVersion })
  expect(await bed.call(getBill, { actor: owner, reservationId })).toMatchObject({
    value: {
      bill: { charged: 1_300 },
      reservation: { options },
      invoices: [{ yen: 1_300, options, tax: [{ percent: 10, yen: 1_300, taxYen: 118 }] }],
    },
  })
  expect(await bed.booked(owner, { from: '19:00', to: '20:00' })).not.toHaveProperty('options')
})

test('G10: where one option lacks nothing is booked, and the receipt says why', async () => {
  const at = { date: '2024-12-02', from: '09:00', to: '10:00' }
  await bed.booked(owner, { ...at, listingId: 'hall-a', options: one })
  const refused = await bed.press(other, { ...at, options: [{ optionId: 'stage', count: 1 }, ...one] })
  expect(refused).toMatchObject(gone(0))
  if (refused.ok || refused.refusal.code !== 'option-gone') throw new Error('it was booked')
  const { receiptId } = refused.refusal.detail
  expect(await bed.call(getReceipt, { actor: other, receiptId })).toMatchObject({
    value: { outcome: 'refused', reason: 'option-gone', reservationId: null },
  })
  expect(await bed.press(other, { ...at, options: [{ optionId: 'stage', count: 4 }] })).toMatchObject(
    gone(3, STAGE),
  )
  expect(
    await bed.press(other, { ...at, listingId: 'hall-b', options: [{ optionId: 'stage', count: 1 }] }),
  ).toMatchObject(gone(0, STAGE))
  expect(await bed.press(other, { ...at, options: [{ optionId: 'piano', count: 1 }] })).toMatchObject(
    gone(0, { optionId: 'piano', name: 'piano' }),
  )
  expect(await bed.press(other, { ...at, from: '10:00', to: '11:00', options: one })).toMatchObject({
    ok: true,
  })
  expect(await bed.press(other, at)).toMatchObject({ ok: true })
})

test.each([
  ['none of it', [{ optionId: 'projector', count: 0 }]],
  ['more than anybody counts', [{ optionId: 'projector', count: 100 }]],
  ['one twice', [...one, ...one]],
  ['a list without end', Array.from({ length: 11 }, (_, nr) => ({ optionId: `option-${nr}`, count: 1 }))],
])('G10: an order of %s is malformed', async (_, options) => {
  await expect(bed.press(owner, { date: '2024-12-02', from: '20:00', to: '21:00', options })).rejects.toThrow(
    'malformed',
  )
})

test('G10: what ends gives its options back at once, though its time reopens later', async () => {
  const at = { date: '2024-12-04', from: '09:00', to: '10:00' }
  const ends = [
    (reservationId: string) => bed.call(cancel, { actor: owner, reservationId }),
    (reservationId: string) =>
      bed.call(refuseApplication, { actor: staff, reservationId, expectedVersion: 1, reason: '使えません' }),
  ]
  const rooms = ['hall-a', 'hall-b'] as const
  for (const [nr, end] of ends.entries()) {
    const { reservationId } = await bed.booked(owner, { ...at, listingId: rooms[nr] ?? '', options: one })
    expect(await bed.press(other, { ...at, options: one })).toMatchObject(gone(0))
    expect(await end(reservationId)).toMatchObject({ ok: true })
  }
  expect(await bed.press(other, { ...at, options: one })).toMatchObject({ ok: true })
})

test('G10, M30: a move takes its options along, and is refused where they lack; nothing is lost then', async () => {
  const at = { date: '2024-12-05', from: '09:00', to: '10:00' }
  const mine = await bed.booked(owner, { ...at, options: one })
  const theirs = await bed.booked(other, { ...at, date: '2024-12-06', listingId: 'hall-a', options: one })
  const move = (
    application: Partial<Application>,
    reservationId = mine.reservationId,
    actor = owner,
    key = newId(),
  ) => bed.call(moveReservation, { actor, reservationId, key, application: everydayApplication(application) })
  expect(await move({ ...at, date: '2024-12-06' })).toMatchObject(gone(0))
  const key = newId()
  // Its own projector is not in its own way.
  const longer = await move({ ...at, to: '11:00' }, mine.reservationId, owner, key)
  expect(longer).toMatchObject({ value: { reservation: { options: mine.options } } })
  expect(await move({ ...at, to: '11:00' }, mine.reservationId, owner, key)).toEqual(longer)
  if (!longer.ok) throw new Error(longer.refusal.code)
  const { reservationId } = longer.value.reservation
  const without = await move({ ...at, date: '2024-12-06', options: [] }, reservationId)
  expect(without).toMatchObject({ value: { reservation: { date: '2024-12-06', yen: 0 } } })
  expect(await move({ ...at, listingId: 'hall-b' }, theirs.reservationId, other)).toMatchObject({
    value: { reservation: { date: '2024-12-05', options: mine.options } },
  })
})

test('G10, Q1: of presses at once for the last projector, in three rooms and over two replicas, exactly one wins', async () => {
  const people = await bed.people(3)
  const rooms = ['hall-a', 'hall-b', 'yoshitsu'] as const
  for (let hour = 10; hour < 20; hour++) {
    const at = { date: '2024-12-07', from: `${hour}:00`, to: `${hour + 1}:00`, options: one }
    const outcomes = await Promise.all(
      people.map((actor, nr) => bed.press(actor, { ...at, listingId: rooms[nr] ?? '' })),
    )
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter(outcome => !outcome.ok)).toMatchObject([gone(0), gone(0)])
  }
})
