import { createClock } from '@asaichi/service/clock.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { expect, test } from 'vitest'
import type { StoredReceipt } from '../store/receipts.ts'
import { attemptOf } from './attempt-of.ts'
import { DeskMemory, type Seen } from './desk-memory.ts'
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
    application: {
      listingId: 'yoshitsu',
      date: DAY.date,
      from: '09:00',
      to: '10:00',
      eventName: '会',
      people: 5,
      note: '会',
      paidEvent: false,
      acceptedTermsVersion: policy.termsVersion,
      guardianPresent: false,
    },
  })
}

function memoryWith(insert: (rows: readonly StoredReceipt[]) => Promise<void>) {
  const receipts = new ReceiptWriter({ insert, onError: () => undefined })
  const memory = new DeskMemory(DAY, { clock: createClock('real'), persons: createKnownPersons(), receipts })
  memory.remember(memory.begin(), SEEN)
  return { receipts, memory }
}

test('V2: while receipts cannot be written no more refusals wait than the bound and none is answered; then each is written once', async () => {
  const gate = Promise.withResolvers<undefined>()
  const written: string[] = []
  const { receipts, memory } = memoryWith(async rows => {
    await gate.promise
    written.push(...rows.map(row => row.receiptId))
  })
  const given: string[] = []
  const answered: string[] = []
  let numbers = SEEN.numbers
  const pressMany = (count: number) => {
    for (let nr = 0; nr < count; nr++) {
      // What was seen is believed for a second only, and a slow machine needs longer for all of them.
      if (nr % 500 === 0) memory.remember(memory.begin(), { ...SEEN, numbers })
      const attempt = press()
      const { receiptId } = attempt.ids
      const answer = memory.refuse(attempt)
      if (!answer) continue
      numbers = { ...numbers, next: numbers.next + 1 }
      given.push(receiptId)
      void answer.then(() => answered.push(receiptId))
    }
  }
  pressMany(PRESSES)
  expect(given).toHaveLength(MOST_WAITING)
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

test('P12: a refusal is answered when its receipt is written, and not at all where it could not be', async () => {
  const steps: string[] = []
  const gate = Promise.withResolvers<undefined>()
  const { receipts, memory } = memoryWith(async () => {
    await gate.promise
    steps.push('written')
  })
  const answer = memory.refuse(press())?.then(() => steps.push('answered'))
  gate.resolve(undefined)
  await answer
  expect(steps).toEqual(['written', 'answered'])
  await receipts[Symbol.asyncDispose]()

  const away = memoryWith(() => Promise.reject(Object.assign(new Error('shut down'), { code: '57P01' })))
  await expect(away.memory.refuse(press())).rejects.toThrow('shut down')
  expect(away.receipts.size).toBe(0)
})

test('P1: of receipts written together one that the database refuses spoils only its own answer', async () => {
  const attempts = Array.from({ length: 20 }, press)
  const cursed = attempts[7]?.ids.receiptId
  const { memory } = memoryWith(async rows => {
    if (rows.some(({ receiptId }) => receiptId === cursed)) throw new Error('cursed')
  })
  const answers = await Promise.allSettled(attempts.map(async attempt => memory.refuse(attempt)))
  expect(answers.flatMap(({ status }, nr) => (status === 'rejected' ? [nr] : []))).toEqual([7])
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
