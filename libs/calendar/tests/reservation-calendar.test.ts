import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { CALENDAR_READERS } from '@asaichi/testkit/calendar-readers/calendar-readers.ts'
import { sampleReservation } from '@asaichi/testkit/sample-reservation.ts'
import { describe, expect, test } from 'vitest'
import { reservationCalendar } from '../src/file/reservation-calendar.ts'

const RESERVATION = sampleReservation({ requestedAt: '2024-11-03T00:00:00.000Z' })
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
