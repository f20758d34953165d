import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { addDays } from '../local-date.ts'
import { contentLine, escapedText } from './content-line.ts'

type Facts = {
  readonly reservation: Reservation
  /** null where the venue is no longer in the catalogue. */
  readonly address: string | null
  readonly publicUrl: string
  /** Who publishes it, the city's office; null where the city is no longer known. */
  readonly organizer: { readonly name: string; readonly mail: string } | null
  /** The instant the file is made. */
  readonly now: string
}

/**
 * A reservation as an iCalendar file (RFC 5545) that updates itself by its UID, or takes itself back once the reservation has ended
 * (RFC 5546 3.2.1, 3.2.5); door codes never stand in it.
 */
export function reservationCalendar({ reservation, address, publicUrl, organizer, now }: Facts): string {
  const page = new URL(`/reservations/${reservation.reservationId}`, publicUrl)
  const { venueName, spaceName, eventName, number, status } = reservation
  const place = `${venueName} ${spaceName}`
  const lines: readonly Line[] = [
    ...OPENING,
    ...methodOf(status, organizer),
    ...TIME_ZONE,
    ['BEGIN', 'VEVENT'],
    ['UID', `${reservation.reservationId}@${page.hostname}`],
    ...organizerOf(organizer),
    ['DTSTAMP', now.replaceAll(/[-:]|\.\d+/g, '')],
    ['SEQUENCE', String(reservation.version)],
    ['STATUS', STATUS[status]],
    ['DTSTART;TZID=Asia/Tokyo', localTime(reservation.date, reservation.from)],
    ['DTEND;TZID=Asia/Tokyo', localTime(reservation.date, reservation.to)],
    ['SUMMARY', escapedText(`${MARK[status]}${eventName}（${place}）`)],
    ['LOCATION', escapedText(address === null ? place : `${place}（${address}）`)],
    ['DESCRIPTION', escapedText(descriptionOf(number, page.href))],
    ['URL', page.href],
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ]
  return lines.map(([name, value]) => contentLine(name, value)).join('')
}

type Line = readonly [name: string, value: string]

// Both methods require an organizer; without one it is a plain file, which needs no method.
function methodOf(status: Status, organizer: Facts['organizer']): readonly Line[] {
  if (organizer === null) return []
  return [['METHOD', calendarMethod(status)]]
}

export function calendarMethod(status: Status): 'CANCEL' | 'PUBLISH' {
  return STATUS[status] === 'CANCELLED' ? 'CANCEL' : 'PUBLISH'
}

function organizerOf(organizer: Facts['organizer']): readonly Line[] {
  if (organizer === null) return []
  // RFC 5545 3.2: a quoted parameter holds anything but quotes and control characters.
  const name = organizer.name.replaceAll(/["\p{Cc}]/gu, '')
  return [[`ORGANIZER;CN="${name}"`, `mailto:${encodeURI(organizer.mail)}`]]
}

function descriptionOf(number: string | null, page: string): string {
  const head = number === null ? [] : [`予約番号：${number}`]
  return [...head, '予約の内容と鍵の開け方は、次のページで確かめてください。', page].join('\n')
}

/** `24:00` is the next day's midnight, which the format cannot write on the day itself. */
function localTime(date: string, time: string): string {
  const [day, clock] = time === '24:00' ? [addDays(date, 1), '00:00'] : [date, time]
  return `${day.replaceAll('-', '')}T${clock.replace(':', '')}00`
}

const OPENING = [
  ['BEGIN', 'VCALENDAR'],
  ['VERSION', '2.0'],
  ['PRODID', '-//Asaichi//Reservations//JA'],
  ['CALSCALE', 'GREGORIAN'],
] as const

// Japan has had one offset since 1951, so one rule without end says all.
const TIME_ZONE = [
  ['BEGIN', 'VTIMEZONE'],
  ['TZID', 'Asia/Tokyo'],
  ['BEGIN', 'STANDARD'],
  ['DTSTART', '19700101T000000'],
  ['TZOFFSETFROM', '+0900'],
  ['TZOFFSETTO', '+0900'],
  ['TZNAME', 'JST'],
  ['END', 'STANDARD'],
  ['END', 'VTIMEZONE'],
] as const

type Status = Reservation['status']

const STATUS: Readonly<Record<Status, 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'>> = {
  pending: 'TENTATIVE',
  approved: 'CONFIRMED',
  used: 'CONFIRMED',
  refused: 'CANCELLED',
  cancelled: 'CANCELLED',
  expired: 'CANCELLED',
}

// Many calendars do not show STATUS, so the title says it too.
const MARK: Readonly<Record<Status, string>> = {
  pending: '【承認待ち】',
  approved: '',
  used: '',
  refused: '【不承認】',
  cancelled: '【取消】',
  expired: '【期限切れ】',
}
