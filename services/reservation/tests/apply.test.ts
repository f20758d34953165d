import { spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import {
  getReceipt,
  getReservation,
  listMine,
  reservationRequested,
} from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReservationBed, staff, staffElsewhere, startReservationBed } from './reservation-bed.ts'

let bed: ReservationBed
beforeAll(async () => {
  bed = await startReservationBed()
  await bed.openDates('2024-12-01', '2024-12-02', '2024-12-03')
})
afterAll(() => bed[Symbol.asyncDispose]())

test('M22–M25: an application is 承認待ち, holds its time, and its facts are told', async () => {
  const [actor] = await bed.people(1)
  const outcome = await bed.press(actor, { from: '09:00', to: '10:30' })
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      place: expect.any(Number),
      reservation: { status: 'pending', number: null, yen: 0, answerBy: '2024-12-01T00:00:00.000Z' },
    },
  })
  if (!outcome.ok) return
  const { reservationId } = outcome.value.reservation
  await bed.facts.waitFor(reservationRequested, fact => fact.reservationId === reservationId)
  expect(
    await bed.facts.waitFor(
      spacesOccupied,
      fact => fact.occupancies[0]?.startsAt === '2024-12-01T00:00:00.000Z',
    ),
  ).toMatchObject({
    occupancies: [{ spaceIds: ['yoshitsu'], kind: 'reservation', endsAt: '2024-12-01T01:30:00.000Z' }],
  })
  expect(await bed.call(getReservation, { actor, reservationId })).toMatchObject({
    ok: true,
    value: { eventName: '町会の集まり', receiptId: outcome.value.receiptId },
  })
})

test('M7: a person who is not approved is refused and has a receipt', async () => {
  const [actor] = await bed.people(1, 'applied')
  expect(await bed.press(actor)).toMatchObject({
    ok: false,
    refusal: { code: 'not-approved', detail: { permission: 'applied', receiptId: expect.any(String) } },
  })
})

test('M18: a date whose draw is not applied answers 抽選処理中', async () => {
  const [actor] = await bed.people(1)
  expect(await bed.press(actor, { date: '2024-12-06' })).toMatchObject({
    ok: false,
    refusal: { code: 'draw-in-progress' },
  })
})

test('a listing nobody knows is refused', async () => {
  const [actor] = await bed.people(1)
  expect(await bed.press(actor, { listingId: 'nowhere' })).toMatchObject({
    ok: false,
    refusal: { code: 'unknown-listing' },
  })
})

test('V2: the loser’s receipt tells place, reason and since when, never who; others cannot read it', async () => {
  const [winner, loser, stranger] = await bed.people(3)
  const won = await bed.press(winner, { from: '12:00', to: '13:00' })
  const lost = await bed.press(loser, { from: '12:30', to: '13:30' })
  if (!won.ok || lost.ok || lost.refusal.code !== 'taken') throw new Error('expected one winner')
  expect(lost.refusal.detail.place).toBeGreaterThan(won.value.place)
  const { receiptId } = lost.refusal.detail
  const receipt = await bed.call(getReceipt, { actor: loser, receiptId })
  expect(receipt).toMatchObject({
    ok: true,
    value: {
      outcome: 'refused',
      reason: 'taken',
      blocker: { kind: 'reservation', since: '2024-11-10T00:00:00.000Z' },
    },
  })
  expect(JSON.stringify(receipt)).not.toContain(winner?.personId)
  expect(await bed.call(getReceipt, { actor: stranger, receiptId })).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  })
  expect(await bed.call(getReceipt, { actor: staffElsewhere, receiptId })).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  })
  expect(await bed.call(getReceipt, { actor: staff, receiptId })).toMatchObject({ ok: true })
})

test('M13: the paid listing of a space and the whole hall share calendars with their rooms', async () => {
  const people = await bed.people(4)
  await bed.booked(people[0], { date: '2024-12-02', from: '09:00', to: '10:00' })
  expect(
    await bed.press(people[1], { date: '2024-12-02', listingId: 'yoshitsu-paid', paidEvent: true }),
  ).toMatchObject({ ok: false, refusal: { code: 'taken' } })
  await bed.booked(people[2], { date: '2024-12-02', listingId: 'hall-a' })
  expect(await bed.press(people[3], { date: '2024-12-02', listingId: 'hall' })).toMatchObject({
    ok: false,
    refusal: { code: 'taken' },
  })
  await bed.booked(people[3], { date: '2024-12-02', listingId: 'hall-b' })
})

test('D5: the same key answers the same and books once; with another body it is refused', async () => {
  const [actor] = await bed.people(1)
  const key = newId()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => bed.press(actor, { from: '15:00', to: '16:00' }, key)),
  )
  const [first] = answers
  expect(first?.ok).toBe(true)
  for (const answer of answers) expect(answer).toEqual(first)
  expect(await bed.press(actor, { from: '15:00', to: '16:00' }, key)).toEqual(first)
  expect(await bed.press(actor, { from: '16:00', to: '17:00' }, key)).toMatchObject({
    ok: false,
    refusal: { code: 'key-used-differently' },
  })
  const mine = await bed.call(listMine, { actor })
  expect(mine.ok && mine.value.items.length).toBe(1)
})

test('D5: a key that was refused may be pressed again when the time has come', async () => {
  const [actor] = await bed.people(1)
  const key = newId()
  const early = await bed.press(actor, { date: '2024-12-09', from: '18:00', to: '19:00' }, key)
  expect(early).toMatchObject({
    ok: false,
    refusal: { code: 'not-open-yet', detail: { opensAt: '2024-11-10T22:00:00.000Z' } },
  })
})

test('G2: twenty presses beyond the quota leave exactly ten live reservations', async () => {
  const [actor] = await bed.people(1)
  const outcomes: Awaited<ReturnType<typeof bed.press>>[] = []
  for (let nr = 0; nr < 20; nr++) {
    const from = `${String(11 + Math.floor(nr / 2)).padStart(2, '0')}:${nr % 2 ? '30' : '00'}`
    const to = `${String(11 + Math.floor((nr + 1) / 2)).padStart(2, '0')}:${nr % 2 ? '00' : '30'}`
    outcomes.push(
      await bed.press(actor, { date: '2024-12-03', listingId: nr % 2 ? 'hall-a' : 'yoshitsu', from, to }),
    )
  }
  expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(10)
  expect(outcomes.filter(outcome => !outcome.ok && outcome.refusal.code === 'quota-reached')).toHaveLength(10)
})

test('M28: my reservations come newest use first, page by page, and hold nobody else’s', async () => {
  const [actor] = await bed.people(1)
  await bed.booked(actor, { from: '17:00', to: '17:30', listingId: 'hall-b' })
  await bed.booked(actor, { from: '18:00', to: '18:30', listingId: 'hall-b' })
  const first = await bed.call(listMine, { actor, limit: 1 })
  if (!first.ok || !first.value.next) throw new Error('expected another page')
  const second = await bed.call(listMine, { actor, limit: 1, after: first.value.next })
  expect([first.value.items[0]?.from, second.ok && second.value.items[0]?.from]).toEqual(['18:00', '17:00'])
})
