import { reservationCalendar } from '@asaichi/calendar/file/reservation-calendar.ts'
import { getReservation } from '@asaichi/contract/reservation/reservation.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { signClaim } from '../src/calendar/calendar-link.ts'
import { type ApiBed, LINK_KEY, startApiBed } from './api-bed.ts'
import { IDS, RESERVATION } from './sample-documents.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed({ PUBLIC_URL: 'https://yoyaku.example.jp' })
})
afterAll(() => door[Symbol.asyncDispose]())

const Link = z.object({ url: z.string(), expiresAt: z.string() })
const link = `/api/reservations/${IDS.reservation}/calendar-link`

async function linkPath(): Promise<string> {
  const { json } = await door.send(['GET', link], { as: 'resident' })
  return new URL(Link.parse(json).url).pathname
}

describe('M28, V6: a reservation for the phone’s calendar', () => {
  test('its owner gets a link of this site that works without a login', async () => {
    const answer = await door.send(['GET', link], { as: 'resident' })
    expect(Link.parse(answer.json).url).toMatch(/^https:\/\/yoyaku\.example\.jp\/api\/calendar\/.+\.ics$/)
    door.neighbours.forget()
    const file = await door.send(['GET', await linkPath()])
    expect(file).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'no-store',
        'content-disposition': 'inline; filename="yoyaku-2024-12-01.ics"',
      },
    })
    expect(file.text).toContain('DTSTART;TZID=Asia/Tokyo:20241201T090000\r\n')
    expect(file.text).toContain('METHOD:PUBLISH\r\n')
    expect(file.text).toMatch(/^ORGANIZER;CN=".+":mailto:/m)
    expect(door.neighbours.inputsOf(getReservation).at(-1)).toMatchObject({
      actor: { personId: IDS.resident, role: 'resident' },
    })
  })

  test('neither another resident nor the desk can make one', async () => {
    for (const as of ['stranger', 'staff', 'admin'] as const)
      expect(await door.send(['GET', link], { as })).toMatchObject({ status: 404 })
  })

  test('a changed or foreign link is not found', async () => {
    const path = await linkPath()
    const foreign = signClaim('00'.repeat(32), {
      reservationId: IDS.reservation,
      personId: IDS.resident,
      cityId: 'mitaka',
      expiresAt: '2099-01-01T00:00:00.000Z',
    })
    const changed = path.replace(/.(?=\.[\w-]+\.ics$)/, last => (last === 'A' ? 'B' : 'A'))
    expect(changed).not.toBe(path)
    for (const other of [changed, `/api/calendar/${foreign}.ics`, '/api/calendar/x.ics', path.slice(0, -4)])
      expect(await door.send(['GET', other])).toMatchObject({ status: 404, json: { code: 'not-found' } })
  })

  test('a link that names somebody who is not its owner shows nothing', async () => {
    const signed = signClaim(LINK_KEY, {
      reservationId: IDS.reservation,
      personId: IDS.stranger,
      cityId: 'mitaka',
      expiresAt: '2099-01-01T00:00:00.000Z',
    })
    expect(await door.send(['GET', `/api/calendar/${signed}.ics`])).toMatchObject({ status: 404 })
  })

  test('after a week it is gone, and says so', async () => {
    await door.bed.clock.moveTo('2030-01-01T00:00:00.000Z', { hold: true })
    const path = await linkPath()
    await door.bed.clock.moveTo('2030-01-07T23:59:59.000Z', { hold: true })
    expect(await door.send(['GET', path])).toMatchObject({ status: 200 })
    await door.bed.clock.moveTo('2030-01-08T00:00:00.000Z', { hold: true })
    expect(await door.send(['GET', path])).toMatchObject({ status: 410, json: { code: 'link-expired' } })
  })
})

describe('the calendar file', () => {
  const facts = {
    reservation: RESERVATION,
    address: '三鷹市井の頭1-1',
    publicUrl: 'https://yoyaku.example.jp',
    organizer: { name: '三鷹市', mail: 'shisetsu@city.example.jp' },
    now: '2024-11-03T00:00:00.000Z',
  }
  const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

  test('is whole, with its own time zone, a lasting UID and a version', () => {
    const lines = unfolded(reservationCalendar(facts))
    expect(lines).toEqual(
      expect.arrayContaining([
        `UID:${IDS.reservation}@yoyaku.example.jp`,
        'DTSTAMP:20241103T000000Z',
        'SEQUENCE:1',
        'STATUS:TENTATIVE',
        'TZOFFSETTO:+0900',
        'DTEND;TZID=Asia/Tokyo:20241201T100000',
        'SUMMARY:【承認待ち】集まり（公会堂 洋室）',
        'LOCATION:公会堂 洋室（三鷹市井の頭1-1）',
        `URL:https://yoyaku.example.jp/reservations/${IDS.reservation}`,
      ]),
    )
    const opened = lines.flatMap(each => each.match(/^(?:BEGIN|END):.*/)?.[0] ?? [])
    expect(opened).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
    expect(lines.at(-1)).toBe('')
  })

  test('a use until 24:00 ends at the next day’s midnight', () => {
    const reservation = { ...RESERVATION, date: '2024-12-31', from: '23:00', to: '24:00' }
    expect(unfolded(reservationCalendar({ ...facts, reservation }))).toContain(
      'DTEND;TZID=Asia/Tokyo:20250101T000000',
    )
  })

  test('an event name can write no line of its own', () => {
    const reservation = { ...RESERVATION, eventName: '会,議;\r\nATTENDEE:mailto:x@example.jp' }
    const lines = unfolded(reservationCalendar({ ...facts, reservation }))
    expect(lines.filter(each => each.startsWith('ATTENDEE'))).toEqual([])
    expect(lines).toContain('SUMMARY:【承認待ち】会\\,議\\;\\nATTENDEE:mailto:x@example.jp（公会堂 洋室）')
  })

  test('an approved one shows its number, a cancelled one that it is off', () => {
    const approved = { ...RESERVATION, status: 'approved', number: '123456' } as const
    expect(reservationCalendar({ ...facts, reservation: approved })).toContain('予約番号：123456')
    const cancelled = { ...RESERVATION, status: 'cancelled' } as const
    expect(unfolded(reservationCalendar({ ...facts, reservation: cancelled }))).toEqual(
      expect.arrayContaining(['STATUS:CANCELLED', 'SUMMARY:【取消】集まり（公会堂 洋室）']),
    )
  })
})

describe('M1: the QR code of a page', () => {
  test('is an SVG that nothing can run in, and may be kept', async () => {
    const answer = await door.send(['GET', '/api/qr?path=/venues/hall'])
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=86400' },
    })
    expect(answer.text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"><rect /)
    expect(answer.text).not.toMatch(/script|style|href/)
    const headers = { 'if-none-match': answer.headers.etag ?? '' }
    expect(await door.send(['GET', '/api/qr?path=/venues/hall'], { headers })).toMatchObject({ status: 304 })
    expect((await door.send(['GET', '/api/qr?path=/venues/other'])).text).not.toBe(answer.text)
  })

  test.each([
    '',
    'venues/hall',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    `/${'x'.repeat(200)}`,
    '/a b',
    '/公会堂',
  ])('%o is no path of this site', async path => {
    expect(await door.send(['GET', `/api/qr?path=${encodeURIComponent(path)}`])).toMatchObject({
      status: 422,
    })
  })
})
