import { createClock } from '@asaichi/service/clock.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { expect, test } from 'vitest'
import { attemptOf } from './attempt-of.ts'
import { DeskMemory, type Seen } from './desk-memory.ts'
import { createKnownPersons } from './known-persons.ts'
import { MOST_AT_ONCE, MOST_WAITING, ReceiptBacklog } from './receipt-backlog.ts'

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

test('V2: while receipts cannot be written no more of them wait than the bound; then memory refuses nobody, until they are written, each once', async () => {
  const gate = Promise.withResolvers<undefined>()
  const written: string[] = []
  const receipts = new ReceiptBacklog({
    async write(rows) {
      await gate.promise
      written.push(...rows.map(row => row.receiptId))
    },
    onError: error => expect.fail(String(error)),
  })
  const memory = new DeskMemory(DAY, { clock: createClock('real'), persons: createKnownPersons(), receipts })
  const given: string[] = []
  let numbers = SEEN.numbers
  const pressMany = (count: number) => {
    for (let nr = 0; nr < count; nr++) {
      // What was seen is believed for a second only, and a slow machine needs longer for all of them.
      if (nr % 500 === 0) memory.remember(memory.begin(), { ...SEEN, numbers })
      const attempt = press()
      if (!memory.refuse(attempt)) continue
      numbers = { ...numbers, next: numbers.next + 1 }
      given.push(attempt.ids.receiptId)
    }
  }
  pressMany(PRESSES)
  expect(given).toHaveLength(MOST_WAITING)
  expect(receipts.size).toBe(MOST_WAITING)
  // What is being written makes room for as much again.
  await expect.poll(() => receipts.isFull).toBe(false)
  pressMany(PRESSES)
  expect(given).toHaveLength(MOST_WAITING + MOST_AT_ONCE)
  expect(receipts.size).toBe(MOST_WAITING + MOST_AT_ONCE)
  gate.resolve(undefined)
  await expect.poll(() => receipts.size, { timeout: 10_000 }).toBe(0)
  expect(written).toEqual(given)
  pressMany(1)
  expect(given).toHaveLength(MOST_WAITING + MOST_AT_ONCE + 1)
  await receipts[Symbol.asyncDispose]()
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
