import type { Actor } from '@asaichi/contract/actor.ts'
import { applyMany } from '@asaichi/contract/reservation/presses.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import * as staffRequests from '@asaichi/contract/reservation/staff.ts'
import { metrics } from '@asaichi/service/metrics.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

const CROWD = 60

let bed: ReservationBed
let people: readonly Actor[]
beforeAll(async () => {
  bed = await startReservationBed({ quota: { liveReservations: null }, reopening: { kind: 'at-once' } })
  await bed.openDates('2024-12-01', '2024-12-02', '2024-12-15')
  people = await bed.people(CROWD)
})
afterAll(() => bed[Symbol.asyncDispose]())

type Differences = Parameters<ReservationBed['press']>[1]

const pressed = new Map<string, number>()

/** Everybody presses in one message; the codes of the answers. */
async function crowd(differences: Differences): Promise<readonly string[]> {
  const { date } = everydayApplication(differences)
  pressed.set(date, (pressed.get(date) ?? 0) + CROWD)
  const outcome = await bed.call(applyMany, {
    attempts: people.map(actor => ({ actor, key: newId(), application: everydayApplication(differences) })),
  })
  if (!outcome.ok) throw new Error('the message was refused')
  return outcome.value.answers.map(answer => (answer.ok ? 'accepted' : answer.refusal.code))
}

/** Presses that were decided in a transaction so far. */
async function decidedInDatabase(): Promise<number> {
  const text = await metrics.getSingleMetricAsString('reservation_batch_size')
  return Number(/reservation_batch_size_sum (\d+)/.exec(text)?.[1] ?? 0)
}

async function receipts(date: string): Promise<number> {
  const [row] = await bed.sql<{ all: number }>(
    'select count(*)::int as all from reservation.every_receipt where use_date = $1',
    [date],
  )
  return row?.all ?? 0
}

test('V2: presses of one message are answered each for itself, in their order, one winner each time', async () => {
  const codes = await crowd({ from: '09:00', to: '10:00' })
  expect(codes).toEqual(['accepted', ...Array.from({ length: CROWD - 1 }, () => 'taken')])
})

test('V2: a taken time is refused from memory, with place, blocker and a receipt that is there; its owner is told that it is theirs', async () => {
  await crowd({ from: '10:00', to: '11:00' })
  const known = await decidedInDatabase()
  expect(await crowd({ from: '10:00', to: '11:00' })).toEqual([
    'overlaps-own-booking',
    ...Array.from({ length: CROWD - 1 }, () => 'taken'),
  ])
  expect((await decidedInDatabase()) - known).toBeLessThan(CROWD)
  expect(await receipts('2024-12-01')).toBe(pressed.get('2024-12-01'))
  const strays = await bed.sql(
    `select place from reservation.every_receipt where use_date = '2024-12-01' group by place having count(*) > 1`,
  )
  expect(strays).toEqual([])
})

test('V2: places have no gap where one desk serves the day, also when memory refused', async () => {
  await crowd({ from: '11:00', to: '12:00' })
  await crowd({ from: '11:00', to: '12:00' })
  await crowd({ from: '12:00', to: '13:00' })
  const gaps = await bed.sql(
    `select max(place) - count(*)::int as gaps from reservation.every_receipt where use_date = '2024-12-01'`,
  )
  expect(gaps).toEqual([{ gaps: 0 }])
})

test('V2: a receipt can be read at once', async () => {
  await crowd({ from: '10:00', to: '11:00' })
  const actor = people[7]
  if (!actor) throw new Error('nobody there')
  const lost = await bed.press(actor, { from: '10:00', to: '11:00' })
  if (lost.ok || lost.refusal.code !== 'taken') throw new Error('expected taken')
  const { receiptId, place } = lost.refusal.detail
  expect(await bed.call(contract.getReceipt, { actor, receiptId })).toMatchObject({
    ok: true,
    value: { place, reason: 'taken', outcome: 'refused', blocker: { kind: 'reservation' } },
  })
})

test('V2: staff page through every press for a time in its order, and each receipt among them is the one its owner reads', async () => {
  const span = { from: '10:00', to: '11:00' }
  await crowd(span)
  const [row] = await bed.sql<{ all: number }>(
    `select count(*)::int as all from reservation.every_receipt where use_date = '2024-12-01' and from_time = '10:00'`,
  )
  const wanted = { actor: staff, listingId: 'yoshitsu', date: '2024-12-01', ...span, limit: 50 }
  const pageAfter = async (after: number) => {
    const page = await bed.call(staffRequests.listAttempts, { ...wanted, after })
    if (!page.ok) throw new Error(page.refusal.code)
    return page.value
  }
  const shown: Awaited<ReturnType<typeof pageAfter>>['items'][number][] = []
  for (let next: number | null = 0; next !== null; ) {
    const page = await pageAfter(next)
    shown.push(...page.items)
    next = page.next
  }
  const places = shown.map(({ place }) => place)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(new Set(shown.map(({ receiptId }) => receiptId)).size).toBe(row?.all)
  for (const { receiptId, personId, place, reason } of shown.slice(-3)) {
    const actor = people.find(person => person.personId === personId)
    if (!actor) throw new Error('nobody there')
    expect(await bed.call(contract.getReceipt, { actor, receiptId })).toMatchObject({
      value: { place, reason },
    })
  }
})

test('G4: a release is forgotten before its answer leaves: the next press gets the time', async () => {
  const [owner, next] = people
  if (!owner || !next) throw new Error('nobody there')
  for (let round = 0; round < 5; round++) {
    const held = await bed.booked(owner, { date: '2024-12-02', from: '15:00', to: '16:00' })
    const codes = await crowd({ date: '2024-12-02', from: '15:00', to: '16:00' })
    expect(new Set(codes)).toEqual(new Set(['overlaps-own-booking', 'taken']))
    await bed.call(contract.cancel, { actor: owner, reservationId: held.reservationId })
    const won = await bed.booked(next, { date: '2024-12-02', from: '15:00', to: '16:00' })
    await bed.call(contract.cancel, { actor: next, reservationId: won.reservationId })
  }
})

test('D5: a used key answers what it answered, although memory knows the time as taken', async () => {
  const [actor] = people
  if (!actor) throw new Error('nobody there')
  const key = newId()
  const span = { date: '2024-12-02', from: '17:00', to: '18:00' }
  const first = await bed.press(actor, span, key)
  expect(first.ok).toBe(true)
  await crowd(span)
  expect(await bed.press(actor, span, key)).toEqual(first)
})

test('M21: before the hour the crowd is refused from memory, with the opening and the time of the server', async () => {
  await bed.at('2024-11-16T21:59:00.000Z')
  const early = { date: '2024-12-15' }
  await crowd(early)
  const known = await decidedInDatabase()
  expect(new Set(await crowd(early))).toEqual(new Set(['not-open-yet']))
  expect((await decidedInDatabase()) - known).toBeLessThan(CROWD)
  await bed.at('2024-11-16T22:00:00.000Z')
  expect((await crowd(early)).filter(code => code === 'accepted')).toHaveLength(1)
})

test('Q3: more tabs do not help: a second attempt waits for the first, the same button gets its answer', async () => {
  const [actor] = people
  if (!actor) throw new Error('nobody there')
  const attempts = ['19:00', '19:30'].map(from => ({
    actor,
    key: newId(),
    application: everydayApplication({ date: '2024-12-15', from, to: '20:00' }),
  }))
  const [first, other] = attempts
  if (!first || !other) throw new Error('two were made')
  const outcome = await bed.call(applyMany, { attempts: [first, other, first] })
  if (!outcome.ok) throw new Error('the message was refused')
  const [answer, second, again] = outcome.value.answers
  expect(answer).toMatchObject({ ok: true })
  expect(second).toMatchObject({ refusal: { code: 'attempt-in-flight' } })
  expect(again).toEqual(answer)
})

test('G13: a hold taken away frees the time for the next press', async () => {
  const span = { date: '2024-12-02', from: '19:00', to: '20:00' }
  const hold = await bed.call(staffRequests.holdSpace, {
    actor: staff,
    spaceId: 'yoshitsu',
    kind: 'city-use',
    reason: '点検',
    ...span,
  })
  if (!hold.ok) throw new Error('not held')
  expect(new Set(await crowd(span))).toEqual(new Set(['taken']))
  expect(new Set(await crowd(span))).toEqual(new Set(['taken']))
  await bed.call(staffRequests.releaseHold, { actor: staff, occupancyId: hold.value.occupancyId })
  await bed.at('2024-11-10T22:00:00.000Z')
  expect((await crowd(span)).filter(code => code === 'accepted')).toHaveLength(1)
})
