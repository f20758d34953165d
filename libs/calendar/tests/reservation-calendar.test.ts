import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { CALENDAR_READERS } from '@asaichi/testkit/calendar-readers/calendar-readers.ts'
import { describe, expect, test } from 'vitest'
import { reservationCalendar } from '../src/file/reservation-calendar.ts'

const RESERVATION: Reservation = {
  reservationId: '01930000-0000-7000-8000-0000000000a1',
  cityId: 'mitaka',
  venueId: 'hall',
  spaceId: 'hall-yoshitsu',
  listingId: 'hall-yoshitsu',
  venueName: '公会堂',
  spaceName: '洋室',
  personId: '01930000-0000-7000-8000-000000000001',
  status: 'pending',
  version: 1,
  number: null,
  date: '2024-12-01',
  from: '09:00',
  to: '10:00',
  startsAt: '2024-12-01T00:00:00.000Z',
  endsAt: '2024-12-01T01:00:00.000Z',
  eventName: '集まり',
  people: 4,
  note: '',
  yen: 0,
  requestedAt: '2024-11-03T00:00:00.000Z',
  answerBy: '2024-12-01T00:00:00.000Z',
  reason: null,
  cancelledBy: null,
  entryId: null,
  confirmBy: null,
}
const facts = {
  address: '三鷹市井の頭1-1, 2階; 北側',
  publicUrl: 'https://yoyaku.example.jp',
  organizer: { name: '三鷹市 "生涯学習課"', mail: 'shisetsu@city.example.jp' },
  now: '2024-11-03T00:00:00.000Z',
}

function fileOf(about: Partial<Reservation>, organizer: typeof facts.organizer | null = facts.organizer) {
  return reservationCalendar({ ...facts, organizer, reservation: { ...RESERVATION, ...about } })
}

const ALL_BUT_STATE = {
  uid: `${RESERVATION.reservationId}@yoyaku.example.jp`,
  organizer: 'mailto:shisetsu@city.example.jp',
  start: '2024-12-01T00:00:00.000Z',
  end: '2024-12-01T01:00:00.000Z',
  location: '公会堂 洋室（三鷹市井の頭1-1, 2階; 北側）',
  complaints: [],
}

const STATES = [
  ['pending', 'PUBLISH', 'TENTATIVE', '【承認待ち】'],
  ['approved', 'PUBLISH', 'CONFIRMED', ''],
  ['used', 'PUBLISH', 'CONFIRMED', ''],
  ['refused', 'CANCEL', 'CANCELLED', '【不承認】'],
  ['cancelled', 'CANCEL', 'CANCELLED', '【取消】'],
  ['expired', 'CANCEL', 'CANCELLED', '【期限切れ】'],
] as const

describe.each(CALENDAR_READERS)('B11: $name', ({ absent, read }) => {
  test.skipIf(absent !== undefined)(
    `reads every state of a reservation${absent ? ` (skipped: ${absent})` : ''}`,
    async () => {
      for (const [status, method, word, mark] of STATES)
        expect(await read(fileOf({ status, version: 3 }))).toEqual({
          ...ALL_BUT_STATE,
          method,
          status: word,
          sequence: 3,
          summary: `${mark}集まり（公会堂 洋室）`,
        })
    },
  )

  test.skipIf(absent !== undefined)(
    'reads a use until midnight, and a plain file without an organizer',
    async () => {
      const file = fileOf({ status: 'approved', date: '2024-12-31', from: '23:00', to: '24:00' }, null)
      expect(await read(file)).toMatchObject({
        method: null,
        organizer: null,
        start: '2024-12-31T14:00:00.000Z',
        end: '2024-12-31T15:00:00.000Z',
        complaints: [],
      })
    },
  )
})

test('B11: a cancelled reservation has the UID of the one in the phone and a later sequence', async () => {
  for (const { absent, read } of CALENDAR_READERS) {
    if (absent !== undefined) continue
    const added = await read(fileOf({ status: 'approved', version: 2 }))
    const withdrawn = await read(fileOf({ status: 'cancelled', version: 3 }))
    expect(withdrawn.uid).toBe(added.uid)
    expect(withdrawn.organizer).toBe(added.organizer)
    expect(withdrawn.sequence).toBeGreaterThan(added.sequence)
  }
})
