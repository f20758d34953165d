import { expect, test } from 'vitest'
import { reportText } from './report-file.ts'

const ROOM = {
  venueId: 'hall',
  venueName: '公会堂',
  spaceId: 'room',
  spaceName: '=会議室',
  openMinutes: 600,
  usedMinutes: 90,
  bookings: 1,
  people: 8,
  pending: 0,
  refused: 0,
  cancelled: 2,
  expired: 0,
  charged: 300,
  paid: 0,
}

test('T11: the file has a mark for UTF-8 and its columns even when empty', () => {
  expect(reportText([])).toMatch(/^\ufeff施設,部屋,開館時間,利用時間,利用率,[^\n]+入金額\r\n$/)
})

test('T11: hours and rate have one place, a name is no formula, and a room that was never open has no rate', () => {
  const lines = reportText([ROOM, { ...ROOM, openMinutes: 0 }]).split('\r\n')
  expect(lines[1]).toBe("公会堂,'=会議室,10.0,1.5,15.0,1,8,0,0,2,0,300,0")
  expect(lines[2]).toBe("公会堂,'=会議室,0.0,1.5,,1,8,0,0,2,0,300,0")
})
