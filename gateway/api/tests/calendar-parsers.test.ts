import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import ICAL from 'ical.js'
import { sync } from 'node-ical'
import { expect, test } from 'vitest'
import { reservationCalendar } from '../src/calendar/reservation-calendar.ts'
import { IDS, RESERVATION } from './sample-documents.ts'

const facts = {
  address: '三鷹市井の頭1-1, 2階; 北側',
  publicUrl: 'https://yoyaku.example.jp',
  organizer: { name: '三鷹市 "生涯学習課"', mail: 'shisetsu@city.example.jp' },
  now: '2024-11-03T00:00:00.000Z',
}
const UID = `${IDS.reservation}@yoyaku.example.jp`

function fileOf(about: Partial<Reservation>, organizer: typeof facts.organizer | null = facts.organizer) {
  return reservationCalendar({ ...facts, organizer, reservation: { ...RESERVATION, ...about } })
}

/** As ical.js reads it, which Thunderbird is built on. */
function readByIcalJs(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) return expect.unreachable('one event')
  const event = new ICAL.Event(component)
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    organizer: component.getFirstPropertyValue('organizer'),
    status: component.getFirstPropertyValue('status'),
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    location: event.location,
  }
}

async function readByNodeIcal(file: string) {
  const calendar = sync.parseICS(file)
  const event = Object.values(calendar).find(part => part?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') return expect.unreachable('one event')
  return {
    method: calendar.vcalendar?.method,
    uid: event.uid,
    status: event.status,
    sequence: Number(event.sequence),
    start: event.start.toISOString(),
    end: event.end?.toISOString(),
    summary: event.summary,
    location: event.location,
  }
}

const TIMES = { start: '2024-12-01T00:00:00.000Z', end: '2024-12-01T01:00:00.000Z' }
const PLACE = '公会堂 洋室（三鷹市井の頭1-1, 2階; 北側）'

test.each([
  ['pending', 'PUBLISH', 'TENTATIVE', '【承認待ち】'],
  ['approved', 'PUBLISH', 'CONFIRMED', ''],
  ['used', 'PUBLISH', 'CONFIRMED', ''],
  ['refused', 'CANCEL', 'CANCELLED', '【不承認】'],
  ['cancelled', 'CANCEL', 'CANCELLED', '【取消】'],
  ['expired', 'CANCEL', 'CANCELLED', '【期限切れ】'],
] as const)(
  'B11, M28: two parsers read a reservation that is %s as %s',
  async (status, method, word, mark) => {
    const file = fileOf({ status, version: 3 })
    const read = {
      method,
      uid: UID,
      status: word,
      sequence: 3,
      ...TIMES,
      summary: `${mark}集まり（公会堂 洋室）`,
      location: PLACE,
    }
    expect(readByIcalJs(file)).toEqual({ ...read, organizer: 'mailto:shisetsu@city.example.jp' })
    expect(await readByNodeIcal(file)).toEqual(read)
  },
)

test('B11: RFC 5546 requires an organizer with a method; without one it is a plain file', () => {
  const plain = readByIcalJs(fileOf({ status: 'approved' }, null))
  expect(plain).toMatchObject({ method: null, organizer: null, uid: UID, status: 'CONFIRMED' })
})

test('B11: a cancelled reservation has the UID of the one in the phone and a later sequence', () => {
  const added = readByIcalJs(fileOf({ status: 'approved', version: 2 }))
  const withdrawn = readByIcalJs(fileOf({ status: 'cancelled', version: 3 }))
  expect(withdrawn.uid).toBe(added.uid)
  expect(withdrawn.organizer).toBe(added.organizer)
  expect(withdrawn.sequence).toBeGreaterThan(added.sequence)
})
