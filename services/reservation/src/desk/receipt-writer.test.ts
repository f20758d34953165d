import { createClock } from '@asaichi/service/clock.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { expect, test } from 'vitest'
import { receiptIdIn, refusedPress, type StoredBatch } from '../store/receipt-batches.ts'
import { attemptOf } from './attempt-of.ts'
import { DeskMemory, type Seen } from './desk-memory.ts'
import { type Held, heard, heardNow } from './held.ts'
import { createKnownPersons } from './known-persons.ts'
import { MOST_WAITING, ReceiptWriter } from './receipt-writer.ts'

const PRESSES = 3 * MOST_WAITING
const DAY = { venueId: 'kokaido', date: '2024-12-01' }
const { policy } = demoCity({ cityId: 'mitaka' })
const now = '2024-11-10T00:00:00.000Z'
const personId = newId()

/** A day on which the room is taken all day. */
const SEEN: Seen = {
  now,
  day: {
    policy,
    venue: demoVenue(),
    versions: { venue: 1, city: 1 },
    dateOpened: true,
    usedKeys: new Set(),
    occupied: [
      {
        spaceId: 'yoshitsu',
        startsAt: '2024-12-01T00:00:00.000Z',
        endsAt: '2024-12-01T12:00:00.000Z',
        kind: 'reservation',
        since: now,
      },
    ],
  },
  persons: new Map([[personId, { permission: { status: 'approved', adultFrom: '2000-01-01' }, live: 0 }]]),
  numbers: { next: 1, last: PRESSES },
}

function press() {
  return attemptOf({
    personId,
    cityId: 'mitaka',
    key: newId(),
    application: everydayApplication(),
  })
}

function memoryWith(insert: (batches: readonly StoredBatch[]) => Promise<void>) {
  const receipts = new ReceiptWriter({ insert, onError: () => undefined })
  const memory = new DeskMemory(DAY, { clock: createClock('real'), persons: createKnownPersons(), receipts })
  memory.remember(memory.begin(), SEEN)
  return { receipts, memory }
}

/** The receipt of a press that memory refused, as its answer names it. */
function idOf({ answer }: Held): string {
  if (answer.ok || answer.refusal.code !== 'taken') throw new Error('the press was not refused')
  return answer.refusal.detail.receiptId
}

function idsIn(batches: readonly StoredBatch[]): readonly string[] {
  return batches.flatMap(({ batchId, presses }) => presses.map((_, nr) => receiptIdIn(batchId, nr)))
}

test('V2: while receipts cannot be written no more refusals wait than the bound and none is heard; then each is written once', async () => {
  const gate = Promise.withResolvers<undefined>()
  const written: string[] = []
  const { receipts, memory } = memoryWith(async batches => {
    await gate.promise
    written.push(...idsIn(batches))
  })
  const given: string[] = []
  const answered: string[] = []
  let numbers = SEEN.numbers
  const pressMany = (count: number) => {
    for (let nr = 0; nr < count; nr++) {
      // What was seen is believed for a second only, and a slow machine needs longer for all of them.
      if (nr % 500 === 0) memory.remember(memory.begin(), { ...SEEN, numbers })
      const held = memory.refuse(press())
      if (!held) continue
      numbers = { ...numbers, next: numbers.next + 1 }
      const receiptId = idOf(held)
      given.push(receiptId)
      void heard(held).then(() => answered.push(receiptId))
    }
  }
  pressMany(PRESSES)
  expect(given).toHaveLength(MOST_WAITING)
  expect(new Set(given).size).toBe(MOST_WAITING)
  expect(receipts.isFull).toBe(true)
  expect(answered).toEqual([])
  gate.resolve(undefined)
  await expect.poll(() => answered.length, { timeout: 10_000 }).toBe(MOST_WAITING)
  expect(written).toEqual(given)
  expect(answered).toEqual(given)
  pressMany(1)
  expect(given).toHaveLength(MOST_WAITING + 1)
  await receipts[Symbol.asyncDispose]()
})

test('P12: a refusal is heard when its receipt is written, and not at all where it could not be', async () => {
  const gate = Promise.withResolvers<undefined>()
  const { receipts, memory } = memoryWith(() => gate.promise)
  const held = memory.refuse(press())
  if (!held) throw new Error('memory did not know')
  expect(heardNow(held)).toBeUndefined()
  gate.resolve(undefined)
  expect(await heard(held)).toEqual(held.answer)
  expect(heardNow(held)).toEqual(held.answer)
  await receipts[Symbol.asyncDispose]()

  const away = memoryWith(() => Promise.reject(Object.assign(new Error('shut down'), { code: '57P01' })))
  const lost = away.memory.refuse(press())
  if (!lost) throw new Error('memory did not know')
  await expect(heard(lost)).rejects.toThrow('shut down')
  expect(() => heardNow(lost)).toThrow('shut down')
  expect(away.receipts.size).toBe(0)
})

test('P12: what could not be written takes nothing from what is written after it', async () => {
  const met: StoredBatch[] = []
  const { receipts, memory } = memoryWith(async batches => {
    met.push(...batches)
    if (met.length === 1) throw new Error('no room on the disk')
  })
  const lost = memory.refuse(press())
  await lost?.batch.settled
  const kept = memory.refuse(press())
  await kept?.batch.settled
  expect([lost?.batch.state().status, kept?.batch.state().status]).toEqual(['failed', 'written'])
  expect(receipts.size).toBe(0)
})

test('V2: receipts of one turn are one row for each day, and what comes meanwhile is the next', async () => {
  const calls: (readonly StoredBatch[])[] = []
  const gate = Promise.withResolvers<undefined>()
  const receipts = new ReceiptWriter({
    async insert(batches) {
      calls.push(batches)
      await gate.promise
    },
    onError: () => undefined,
  })
  const other = { ...DAY, date: '2024-12-02' }
  const refused = (turn: number) =>
    refusedPress(press(), { turn, decidedAt: now, reason: { code: 'guardian-needed', detail: {} } })
  for (const turn of [1, 2, 3]) receipts.add(DAY, refused(turn))
  const last = receipts.add(other, refused(1))
  await expect.poll(() => calls.length).toBe(1)
  const next = receipts.add(DAY, refused(4))
  gate.resolve(undefined)
  await Promise.all([last.batch.settled, next.batch.settled])
  const shown = calls.map(batches =>
    batches.map(({ day, presses }) => [day.date, presses.map(each => each[4])]),
  )
  expect(shown).toEqual([
    [
      [DAY.date, [1, 2, 3]],
      [other.date, [1]],
    ],
    [[DAY.date, [4]]],
  ])
})

test('Q4: of three times as many persons as are kept the newest stay, and one who presses again is new', () => {
  const persons = createKnownPersons(100)
  const known = { permission: undefined, live: 0 }
  persons.keep('again', 'mitaka', known)
  for (let nr = 0; nr < 300; nr++) {
    persons.keep(`person ${nr}`, 'mitaka', known)
    if (nr % 50 === 0) persons.keep('again', 'mitaka', known)
  }
  const kept = Array.from({ length: 300 }, (_, nr) => nr).filter(nr => persons.find(`person ${nr}`, 'mitaka'))
  expect(kept).toEqual(Array.from({ length: 99 }, (_, nr) => 201 + nr))
  expect(persons.find('again', 'mitaka')).toEqual(known)
})
