import { randomUUID } from 'node:crypto'
import { emit } from '@asaichi/bus/emit.ts'
import { USUAL_DRAW } from '@asaichi/contract/catalog/city.ts'
import { done } from '@asaichi/contract/define.ts'
import { getWinners, roundPublished } from '@asaichi/contract/lottery/rounds.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import * as staffRequests from '@asaichi/contract/reservation/staff.ts'
import { winnersPlaced, winnerTurnedAway } from '@asaichi/contract/reservation/winners.ts'
import { replayOutboxOf } from '@asaichi/contract/town/town.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Winner } from '../src/domain/placement.ts'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

const DATE = '2024-12-08'

let bed: ReservationBed
let winners: Winner[]
/** Where the lottery serves from: it may be away when its round is published. */
let isAway: boolean

async function startBed(policy: Parameters<typeof startReservationBed>[0] = {}) {
  bed = await startReservationBed(policy)
  winners = []
  isAway = false
  bed.serve(getWinners, ({ after, limit }) => {
    if (isAway) throw new Error('away')
    const sorted = winners.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1))
    const page = sorted.filter(winner => after === undefined || winner.entryId > after).slice(0, limit)
    return done({ items: page, next: page.length === limit ? (page.at(-1)?.entryId ?? null) : null })
  })
}
beforeEach(() => startBed())
afterEach(() => bed[Symbol.asyncDispose]())

function won(personId: string, from: string, listingId = 'yoshitsu'): Winner {
  const to = `${String(Number(from.slice(0, 2)) + 1).padStart(2, '0')}:00`
  const winner = {
    entryId: randomUUID(),
    personId,
    wish: { listingId, date: DATE, from, to },
    eventName: '抽選の会',
    people: 8,
    note: '抽選の会 練習',
    purpose: { purposeId: 'music', name: '音楽の練習' },
  }
  winners.push(winner)
  return winner
}

async function publish(roundId = newId()): Promise<string> {
  const data = { roundId, cityId: 'mitaka', dates: { first: DATE, last: DATE }, winners: winners.length }
  await bed.neighbours.lottery.publish(tx =>
    emit(tx, roundPublished, { aggregateId: roundId, version: 5, data }),
  )
  return roundId
}

async function openAdminDoor(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    query: (text: string) => client.query(text),
    [Symbol.asyncDispose]: () => client.end(),
  }
}

async function reservationsOf(personId: string) {
  const outcome = await bed.call(contract.listMine, {
    actor: { personId, role: 'resident', cityId: 'mitaka' },
  })
  return outcome.ok ? outcome.value.items : []
}

test('D16, M18, M20: the draw’s winners are 承認待ち and first-come opens in the same moment', async () => {
  const [winner, passerBy] = await bed.people(2)
  const { entryId } = won(winner.personId, '09:00')
  await bed.at('2024-11-09T22:00:00.000Z', { hold: false })
  expect(await bed.press(passerBy, { date: DATE, from: '09:00' })).toMatchObject({
    refusal: { code: 'draw-in-progress' },
  })
  await publish()
  expect(await bed.facts.waitFor(winnersPlaced)).toMatchObject({ winners: [{ entryId }] })
  expect(await reservationsOf(winner.personId)).toMatchObject([
    { status: 'pending', entryId, confirmBy: null, from: '09:00', purpose: { purposeId: 'music' } },
  ])
  expect(await bed.press(passerBy, { date: DATE, from: '09:00' })).toMatchObject({
    refusal: { code: 'taken' },
  })
  expect(await bed.press(passerBy, { date: DATE, from: '10:00', to: '11:00' })).toMatchObject({ ok: true })
  expect(bed.facts.of(contract.reservationRequested).map(fact => fact.personId)).not.toContain(
    winner.personId,
  )
})

test('D16: a round announced twice, or again from the outbox, places its winners once', async () => {
  const [winner] = await bed.people(1)
  won(winner.personId, '09:00')
  const roundId = await publish()
  await bed.facts.waitFor(winnersPlaced)
  await publish(roundId)
  await bed.call(replayOutboxOf('lottery'), { since: null })
  await bed.quiet(bed.neighbours.lottery)
  expect(await reservationsOf(winner.personId)).toHaveLength(1)
  expect(bed.facts.of(contract.dateOpened).filter(fact => fact.date === DATE)).toHaveLength(1)
})

test('F8: while the lottery is away its date stays closed, and opens by itself afterwards', async () => {
  const [winner, passerBy] = await bed.people(2)
  won(winner.personId, '09:00')
  isAway = true
  await publish()
  await eventually(async () =>
    expect(await bed.sql('select 1 from reservation.draws where placed_at is null')).toHaveLength(1),
  )
  expect(await bed.press(passerBy, { date: DATE, from: '11:00', to: '12:00' })).toMatchObject({
    refusal: { code: 'draw-in-progress' },
  })
  isAway = false
  await bed.facts.waitFor(winnersPlaced)
  expect(await bed.press(passerBy, { date: DATE, from: '11:00', to: '12:00' })).toMatchObject({ ok: true })
})

test('F7: placing that dies in the middle leaves nothing behind, and the next try places everyone once', async () => {
  const people = await bed.people(2)
  const [first, second] = people
  won(first.personId, '09:00')
  won(second.personId, '10:00')
  await using door = await openAdminDoor(bed.adminUrl)
  // Another transaction holds the day, so the placing is caught between claiming its round and taking the times.
  await door.query('begin')
  await door.query(
    `insert into reservation.days (venue_id, use_date) values ('kokaido', '${DATE}') on conflict do nothing`,
  )
  await door.query(
    `select 1 from reservation.days where venue_id = 'kokaido' and use_date = '${DATE}' for update`,
  )
  await publish()
  const killed = await eventually(async () => {
    const rows = await bed.sql<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'reservation' and wait_event_type = 'Lock' and query ilike '%days%'`,
    )
    if (rows.length === 0) throw new Error('not placing yet')
    return rows
  })
  for (const { pid } of killed) await bed.sql('select pg_terminate_backend($1)', [pid])
  expect(await bed.sql('select 1 from reservation.reservations')).toEqual([])
  expect(await bed.sql('select 1 from reservation.draws where placed_at is not null')).toEqual([])
  await door.query('rollback')
  await eventually(() =>
    expect(bed.facts.of(winnersPlaced).flatMap(({ winners }) => winners)).toHaveLength(2),
  )
  expect(await bed.sql('select 1 from reservation.reservations')).toHaveLength(2)
  expect(bed.facts.of(contract.dateOpened).filter(fact => fact.date === DATE)).toHaveLength(1)
})

test('G2: a win comes on top of the limit of live bookings, and counts from then on', async () => {
  await bed[Symbol.asyncDispose]()
  await startBed({ quota: { liveReservations: 2 } })
  const [winner] = await bed.people(1)
  await bed.openDates('2024-12-01')
  await bed.booked(winner, { from: '09:00', to: '10:00' })
  await bed.booked(winner, { from: '11:00', to: '12:00' })
  won(winner.personId, '09:00')
  await publish()
  await bed.facts.waitFor(winnersPlaced)
  const live = await reservationsOf(winner.personId)
  expect(live.map(({ date, status }) => `${date} ${status}`).toSorted()).toEqual([
    '2024-12-01 pending',
    '2024-12-01 pending',
    `${DATE} pending`,
  ])
  const [first] = live.filter(({ date }) => date !== DATE)
  expect(
    await bed.call(contract.cancel, { actor: winner, reservationId: first?.reservationId ?? '' }),
  ).toMatchObject({
    ok: true,
  })
  expect(await bed.press(winner, { date: '2024-12-01', from: '14:00', to: '15:00' })).toMatchObject({
    refusal: { code: 'quota-reached', detail: { limit: 2 } },
  })
})

test('G13: a win that meets a closure entered after the freeze is turned away, the others are placed', async () => {
  const [unlucky, winner] = await bed.people(2)
  const hold = {
    actor: staff,
    spaceId: 'yoshitsu',
    kind: 'closure' as const,
    reason: '水漏れ',
    date: DATE,
    from: '09:00',
    to: '10:00',
  }
  expect(await bed.call(staffRequests.holdSpace, hold)).toMatchObject({ ok: true })
  const lost = won(unlucky.personId, '09:00')
  won(winner.personId, '12:00')
  await publish()
  expect(await bed.facts.waitFor(winnerTurnedAway)).toMatchObject({
    entryId: lost.entryId,
    blocker: { kind: 'closure' },
  })
  expect(await reservationsOf(winner.personId)).toHaveLength(1)
  expect(await reservationsOf(unlucky.personId)).toEqual([])
})

test('G7: where the city asks for it a win is approved only after its winner confirmed, and lapses otherwise', async () => {
  await bed[Symbol.asyncDispose]()
  const draw = {
    entriesPerMonth: 10,
    winsPerMonth: 4,
    winsPerDay: 4,
    maxWishes: 1,
    showCounts: true,
    confirmDays: 3,
  }
  await startBed({ draw })
  const [reliable, silent] = await bed.people(2)
  won(reliable.personId, '09:00')
  won(silent.personId, '10:00')
  await publish()
  await eventually(() =>
    expect(bed.facts.of(winnersPlaced).flatMap(({ winners }) => winners)).toHaveLength(2),
  )
  const [mine] = await reservationsOf(reliable.personId)
  if (!mine) throw new Error('nothing won')
  expect(mine.confirmBy).toBe('2024-11-13T15:00:00.000Z')
  const approval = { actor: staff, reservationId: mine.reservationId, expectedVersion: mine.version }
  expect(await bed.call(staffRequests.approve, approval)).toMatchObject({
    refusal: { code: 'not-confirmed-yet' },
  })
  expect(
    await bed.call(contract.confirmWin, { actor: silent, reservationId: mine.reservationId }),
  ).toMatchObject({ refusal: { code: 'not-found' } })
  const confirmed = await bed.call(contract.confirmWin, {
    actor: reliable,
    reservationId: mine.reservationId,
  })
  expect(confirmed).toMatchObject({ ok: true, value: { confirmBy: null, version: 2 } })
  expect(await bed.call(contract.confirmWin, { actor: reliable, reservationId: mine.reservationId })).toEqual(
    confirmed,
  )
  expect(await bed.call(staffRequests.approve, { ...approval, expectedVersion: 2 })).toMatchObject({
    ok: true,
  })
  await bed.at('2024-11-13T15:00:00.000Z')
  expect(await reservationsOf(silent.personId)).toMatchObject([{ status: 'cancelled', cancelledBy: 'city' }])
})

test('G12, M20: where the system answers, a win is approved at once', async () => {
  await bed[Symbol.asyncDispose]()
  await startBed({ approval: 'automatic' })
  const [winner] = await bed.people(1)
  won(winner.personId, '09:00')
  await bed.at('2024-11-09T22:00:00.000Z', { hold: false })
  await publish()
  const [booked] = await eventually(async () => {
    const items = await reservationsOf(winner.personId)
    expect(items).toMatchObject([{ status: 'approved', number: expect.stringMatching(/^\d{6}$/) }])
    return items
  })
  await bed.facts.waitFor(contract.reservationApproved, fact => fact.reservationId === booked?.reservationId)
})

test('G7, G12: with a win to confirm, the system answers the confirmation and nothing before it', async () => {
  await bed[Symbol.asyncDispose]()
  await startBed({ approval: 'automatic', draw: { ...USUAL_DRAW, confirmDays: 3 } })
  const [winner] = await bed.people(1)
  won(winner.personId, '09:00')
  await bed.at('2024-11-09T22:00:00.000Z', { hold: false })
  await publish()
  const [pending] = await eventually(async () => {
    const items = await reservationsOf(winner.personId)
    expect(items).toHaveLength(1)
    return items
  })
  expect(pending).toMatchObject({ status: 'pending', confirmBy: expect.any(String) })
  const actor = { personId: winner.personId, role: 'resident' as const, cityId: 'mitaka' }
  const reservationId = pending?.reservationId ?? ''
  expect(await bed.call(contract.confirmWin, { actor, reservationId })).toMatchObject({
    value: { status: 'approved', number: expect.stringMatching(/^\d{6}$/) },
  })
})

test('D16: two replicas place a thousand winners once', async () => {
  await bed[Symbol.asyncDispose]()
  bed = await startReservationBed({}, 2)
  winners = []
  bed.serve(getWinners, ({ after, limit }) => {
    const sorted = winners.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1))
    const page = sorted.filter(winner => after === undefined || winner.entryId > after).slice(0, limit)
    return done({ items: page, next: page.length === limit ? (page.at(-1)?.entryId ?? null) : null })
  })
  const hours = Array.from({ length: 12 }, (_, nr) => `${String(9 + nr).padStart(2, '0')}:00`)
  for (const from of hours)
    for (const listingId of ['yoshitsu', 'hall-a', 'hall-b']) won(newId(), from, listingId)
  // The rest overlap the first ones: a draw never gives that, and the constraint says so.
  for (let nr = 0; nr < 964; nr++) won(newId(), '09:00')
  await publish()
  await bed.facts.waitFor(contract.dateOpened, fact => fact.date === DATE)
  const [count] = await bed.sql<{ placed: number; held: number }>(
    `select (select count(*)::int from reservation.reservations) as placed, (select count(distinct occupancy_id)::int from reservation.occupancies) as held`,
  )
  expect(count).toEqual({ placed: 36, held: 36 })
})
