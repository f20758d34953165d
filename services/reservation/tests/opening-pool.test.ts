import { createHash, createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '@asaichi/contract/actor.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import { getOpeningPool } from '@asaichi/contract/reservation/opening-pool.ts'
import { type Application, getReceipt } from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startReservation } from '../src/start.ts'
import { MOST_IN_POOL } from '../src/verbs/opening-pool.ts'
import { type ReservationBed, startReservationBed } from './reservation-bed.ts'

const POLICY = { openingPool: { seconds: 3 }, moveAllowed: true } as const

let bed: ReservationBed
beforeAll(async () => {
  bed = await startReservationBed(POLICY, 2)
  await bed.openDates('2024-12-01', '2024-12-15', '2024-12-16', '2024-12-17', '2024-12-18', '2024-12-19')
})
afterAll(() => bed[Symbol.asyncDispose]())

type Press = {
  readonly actor: Actor
  readonly key: string
  readonly application: Partial<Application>
}
type Answer = Awaited<ReturnType<ReservationBed['press']>>

const send = ({ actor, key, application }: Press, at: ReservationBed = bed) =>
  at.press(actor, application, key)
const codeOf = (answer: Answer) => (answer.ok ? 'accepted' : answer.refusal.code)

function receiptOf(answer: Answer): string {
  if (answer.ok) return answer.value.receiptId
  if ('receiptId' in answer.refusal.detail) return answer.refusal.detail.receiptId
  throw new Error(`${answer.refusal.code} has no receipt`)
}

async function poolOf(date: string) {
  const pool = await bed.call(getOpeningPool, { listingId: 'yoshitsu', date })
  if (!pool.ok) throw new Error('no pool')
  return pool.value
}

/** As somebody would who has only what is published. */
function ranked(seed: string, date: string, receiptIds: readonly string[]): readonly string[] {
  const rank = (receiptId: string) =>
    createHmac('sha256', Buffer.from(seed, 'hex')).update(`kokaido ${date}${receiptId}`).digest('hex')
  return receiptIds.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
}

async function crowd(count: number, application: Partial<Application>): Promise<readonly Press[]> {
  const actors: readonly Actor[] = await bed.people(count)
  return actors.map(actor => ({ actor, key: newId(), application }))
}

test('G6: the first seconds are collected and decided by the published seed, not by arrival; who comes later comes after them', async () => {
  const date = '2024-12-15'
  const presses = await crowd(16, { date })
  const [late, wrong] = await bed.people(2)
  await bed.at('2024-11-16T21:59:59.000Z')
  const before = await poolOf(date)
  expect(before).toMatchObject({ seed: null, presses: [], seconds: 3, opensAt: '2024-11-16T22:00:00.000Z' })

  await bed.at('2024-11-16T22:00:00.000Z')
  const receipts: string[] = []
  for (const press of presses) {
    const answer = await send(press)
    expect(answer).toMatchObject({
      refusal: { code: 'in-opening-pool', detail: { decidesAt: '2024-11-16T22:00:03.000Z' } },
    })
    receipts.push(receiptOf(answer))
  }
  expect(codeOf(await bed.press(wrong, { date, people: 999 }))).toBe('people-out-of-range')
  expect(await poolOf(date)).toMatchObject({ seed: null, presses: [], seedHash: before.seedHash })
  expect(await bed.sql('select 1 from reservation.reservations where use_date = $1', [date])).toEqual([])

  await bed.at('2024-11-16T22:00:03.000Z')
  const after = await bed.press(late, { date })
  const answers = await Promise.all(presses.map(press => send(press)))
  expect(answers.map(receiptOf)).toEqual(receipts)
  const { seed, presses: listed } = await poolOf(date)
  if (seed === null) throw new Error('the seed is not told')
  expect(createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex')).toBe(before.seedHash)
  const order = ranked(seed, date, receipts)
  expect(listed.map(press => press.receiptId)).toEqual(order)
  expect(answers.map(codeOf).filter(code => code === 'accepted')).toHaveLength(1)
  expect(answers.findIndex(answer => answer.ok)).toBe(receipts.indexOf(order[0] ?? ''))
  if (after.ok || after.refusal.code !== 'taken') throw new Error('the late press was not late')
  const { place } = after.refusal.detail
  expect(Math.max(...listed.map(press => press.place))).toBeLessThan(place)

  const [first] = presses
  const own = await bed.call(getReceipt, { actor: first?.actor ?? late, receiptId: receipts[0] ?? '' })
  const published = listed.find(press => press.receiptId === receipts[0])
  expect(own).toMatchObject({ ok: true, value: { place: published?.place, rank: published?.rank } })
})

test('G6: one place in line a person: the same key keeps its place, another press waits for the first, another body is refused', async () => {
  const date = '2024-12-16'
  const [press] = await crowd(1, { date })
  if (!press) throw new Error('nobody there')
  await bed.at('2024-11-17T22:00:00.000Z')
  const first = await send(press)
  expect(await Promise.all([send(press), send(press)]).then(all => all.map(receiptOf))).toEqual([
    receiptOf(first),
    receiptOf(first),
  ])
  expect(codeOf(await send({ ...press, application: { date, from: '11:00', to: '12:00' } }))).toBe(
    'key-used-differently',
  )
  const other = await send({ ...press, key: newId(), application: { date, listingId: 'hall-a' } })
  expect(other).toMatchObject({ refusal: { code: 'attempt-in-flight' } })
  const rows = await bed.sql('select 1 from reservation.pool_presses where use_date = $1', [date])
  expect(rows).toHaveLength(1)
  await bed.at('2024-11-17T22:00:03.000Z')
  expect(codeOf(await send(press))).toBe('accepted')
})

test('G6: a pool whose work nobody took is decided by the first press after it, before that press', async () => {
  const time = { date: '2024-12-17', from: '11:00', to: '12:00' }
  const presses = await crowd(6, time)
  const [late] = await bed.people(1)
  await bed.at('2024-11-18T22:00:00.000Z')
  for (const press of presses) await send(press)
  await bed.sql(`delete from reservation.due_work where kind = 'decide-pool'`)
  await bed.at('2024-11-18T22:00:03.000Z')
  expect(codeOf(await bed.press(late, time))).toBe('taken')
  const codes = (await Promise.all(presses.map(press => send(press)))).map(codeOf)
  expect(codes.toSorted()).toEqual(['accepted', ...Array.from({ length: 5 }, () => 'taken')])
})

test('G6: what the pool refused is told once with its place; after that the key is free as any that was refused', async () => {
  const date = '2024-12-18'
  const presses = await crowd(8, { date })
  await bed.at('2024-11-19T22:00:00.000Z')
  await Promise.all(presses.map(press => send(press)))
  await bed.at('2024-11-19T22:00:03.000Z')
  // Enough presses of others that memory knows the time as taken, and would refuse with another place.
  const others = await crowd(30, { date })
  await Promise.all(others.map(press => send(press)))
  await Promise.all(others.map(press => send({ ...press, key: newId() })))
  const told = await Promise.all(presses.map(press => send(press)))
  const listed = (await poolOf(date)).presses.map(press => press.receiptId)
  expect(new Set(told.map(receiptOf))).toEqual(new Set(listed))
  const loser = presses[told.findIndex(answer => !answer.ok)]
  if (!loser) throw new Error('nobody lost')
  const again = await send(loser)
  expect(codeOf(again)).toBe('taken')
  expect(listed).not.toContain(receiptOf(again))
})

test('M30, G6: a move waits until the pool of its new day is decided, which comes before it, and has what is left', async () => {
  const date = '2024-12-19'
  const [owner, other] = await bed.people(2)
  const old = await bed.booked(owner, { date: '2024-12-01', from: '19:00', to: '20:00' })
  await bed.at('2024-11-20T22:00:00.000Z')
  const key = newId()
  const moveTo = (from: string, to: string) => {
    const application = everydayApplication({ date, from, to })
    return bed.call(moveReservation, { actor: owner, reservationId: old.reservationId, key, application })
  }
  const early = await moveTo('19:00', '20:00')
  if (early.ok || early.refusal.code !== 'busy') throw new Error('a move went before the pool')
  expect(early.refusal.detail.retryAfterSeconds).toBeGreaterThanOrEqual(3)
  await bed.press(other, { date, from: '19:00', to: '20:00' })
  await bed.sql(`delete from reservation.due_work where kind = 'decide-pool'`)
  await bed.at('2024-11-20T22:00:03.000Z')
  expect(await moveTo('19:00', '20:00')).toMatchObject({ refusal: { code: 'taken' } })
  expect(await moveTo('18:00', '19:00')).toMatchObject({
    value: { reservation: { date, status: 'pending' } },
  })
})

test('G6: a full pool takes nobody more: who is over its bound is told to come again after it', async () => {
  const date = '2024-12-20'
  await bed.openDates(date)
  const [inside, outside] = await crowd(2, { date })
  if (!inside || !outside) throw new Error('nobody there')
  await bed.at('2024-11-21T22:00:00.000Z')
  await send(inside)
  await bed.sql('update reservation.opening_pools set presses = $2 where use_date = $1', [date, MOST_IN_POOL])
  const answer = await send(outside)
  if (answer.ok || answer.refusal.code !== 'busy') throw new Error('the pool has no bound')
  expect(answer.refusal.detail.retryAfterSeconds).toBeGreaterThanOrEqual(3)
  expect(codeOf(await send(inside))).toBe('in-opening-pool')
  await bed.at('2024-11-21T22:00:03.000Z')
  expect([codeOf(await send(outside)), codeOf(await send(inside))]).toEqual(['taken', 'accepted'])
})

test('G6: one order over two replicas, also when both die before the pool is decided and another one takes over', async () => {
  await using own = await startReservationBed(POLICY, 0)
  const replicas = [
    await own.start('reservation', startReservation),
    await own.start('reservation', startReservation),
  ]
  await own.quiet(own.neighbours.catalog)
  const date = '2024-12-15'
  await own.openDates(date)
  const actors: readonly Actor[] = await own.people(30)
  const presses = actors.map(actor => ({ actor, key: newId(), application: { date } }))
  await own.at('2024-11-16T22:00:00.000Z')
  const collected = await Promise.all(presses.map(press => send(press, own)))
  expect(new Set(collected.map(codeOf))).toEqual(new Set(['in-opening-pool']))
  for (const replica of replicas) await replica[Symbol.asyncDispose]()
  await own.start('reservation', startReservation)
  await own.at('2024-11-16T22:00:03.000Z')
  const answers = await Promise.all(presses.map(press => send(press, own)))
  expect(answers.map(receiptOf)).toEqual(collected.map(receiptOf))
  const pool = await own.call(getOpeningPool, { listingId: 'yoshitsu', date })
  if (!pool.ok || pool.value.seed === null) throw new Error('not decided')
  const order = ranked(pool.value.seed, date, collected.map(receiptOf))
  expect(pool.value.presses.map(press => press.receiptId)).toEqual(order)
  expect(answers.map(codeOf).filter(code => code === 'accepted')).toHaveLength(1)
})

const NOT_YET: ReadonlySet<string> = new Set(['not-open-yet', 'in-opening-pool', 'attempt-in-flight', 'busy'])

/** Presses again and again with one key, as a form does, until there is an answer. */
async function pressed(press: Press, at: ReservationBed): Promise<Answer> {
  for (;;) {
    const answer = await send(press, at)
    if (!NOT_YET.has(codeOf(answer))) return answer
    await pause(10)
  }
}

test('G6: with the clock running over opening and closing and two replicas, each ends with one answer, in one order, without a deadlock', async () => {
  await using own = await startReservationBed(POLICY, 2)
  const date = '2024-12-15'
  await own.openDates(date)
  const actors: readonly Actor[] = await own.people(48)
  const slots = ['yoshitsu', 'hall', 'hall-a']
  const presses = actors.map((actor, nr) => {
    const listingId = slots[nr % slots.length] ?? ''
    return { actor, key: newId(), application: { date, listingId } }
  })
  const deadlocks = () =>
    own.sql('select deadlocks::int from pg_stat_database where datname = current_database()')
  const before = await deadlocks()
  await own.at('2024-11-16T21:59:59.000Z', { hold: false })
  const early = presses.slice(0, 36).map(press => pressed(press, own))
  await Promise.race(early)
  const late = await Promise.all(presses.slice(36).map(press => pressed(press, own)))
  const answers = await Promise.all(early)

  expect(await deadlocks()).toEqual(before)
  expect(late.map(codeOf)).toEqual(late.map(() => 'taken'))
  const pool = await own.call(getOpeningPool, { listingId: 'yoshitsu', date })
  if (!pool.ok || pool.value.seed === null) throw new Error('not decided')
  const listed = pool.value.presses.map(press => press.receiptId)
  expect(listed).toEqual(ranked(pool.value.seed, date, listed))
  expect(new Set(answers.map(receiptOf))).toEqual(new Set(listed))
  const held = await own.sql<{ id: string }>('select reservation_id as id from reservation.reservations')
  const told = answers.flatMap(answer => (answer.ok ? [answer.value.reservation.reservationId] : []))
  expect(new Set(held.map(row => row.id))).toEqual(new Set(told))
  expect(told).toHaveLength(2)
})

/** Receipts that were decided before another one and stand behind it in line, or the other way round. */
const DISORDER = `
  with pool as (select min(p.place) as first, max(p.place) as last, max(o.decided_at) as at
    from reservation.pool_presses p join reservation.opening_pools o using (venue_id, use_date))
  select r.place, r.decided_at from reservation.every_receipt r, pool
  where r.use_date = $1 and r.receipt_id not in (select receipt_id from reservation.pool_presses)
    and ((r.decided_at > pool.at and r.place < pool.last) or (r.decided_at < pool.at and r.place > pool.first))`

test('G6, V2: who can win nothing is refused all the while, before the pool in line or behind it as it was in time', async () => {
  await using own = await startReservationBed({ openingPool: { seconds: 2 } })
  const date = '2024-12-15'
  await own.openDates(date)
  const [waiting, ...misfits]: readonly Actor[] = await own.people(13)
  if (!waiting) throw new Error('nobody there')
  await own.at('2024-11-16T21:59:59.500Z', { hold: false })
  let over = false
  // So many presses that memory would refuse them, with numbers it took before.
  const pressing = misfits.map(async actor => {
    while (!over) await own.press(actor, { date, people: 999 })
  })
  const press = { actor: waiting, key: newId(), application: { date } }
  await expect.poll(async () => codeOf(await send(press, own)), { interval: 20 }).toBe('in-opening-pool')
  const late = `select 1 from reservation.every_receipt r, reservation.opening_pools o where r.decided_at > o.decided_at limit 1`
  await expect.poll(async () => (await own.sql(late)).length, { timeout: 10_000 }).toBe(1)
  over = true
  await Promise.all(pressing)
  await own.at('2024-11-16T23:00:00.000Z')
  expect(await own.sql(DISORDER, [date])).toEqual([])
})

test('G6: without the policy a press asks nothing of a pool', async () => {
  await using own = await startReservationBed()
  await own.openDates('2024-12-01')
  await own.sql('alter table reservation.pool_presses rename to away_presses')
  await own.sql('alter table reservation.opening_pools rename to away_pools')
  const [winner, loser] = await own.people(2)
  expect(codeOf(await own.press(winner))).toBe('accepted')
  expect(codeOf(await own.press(loser))).toBe('taken')
})
