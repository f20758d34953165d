import { randomUUID } from 'node:crypto'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { z } from 'zod'
import { ENTRANCE, ROOM } from '../../journey/chapters/application.ts'
import { must, mustBe, waitFor } from '../../journey/expect.ts'
import { parsed } from '../../journey/visitor.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'
import { approve, book, bookingNow, shows } from '../forms.ts'
import { resident } from '../people.ts'

const VENUE = 'mitaka-inokashira-tobu'
const Preview = z.object({ spans: z.int(), bookings: z.array(z.object({ reservationId: z.string() })) })
const Found = z.object({
  people: z.object({ items: z.array(z.object({ personId: z.string() })) }),
  bookings: z.object({ items: z.array(z.object({ reservationId: z.string() })) }),
})

/** What a clerk needs in the first week. */
export const staffChecks: readonly Check[] = [
  { id: 'W1', says: 'a closure over a booking is one act, with the cancel and its mail', play: closeOver },
  { id: 'W1', says: 'a time freed by the city can be closed before it reopens', play: closeFreed },
  { id: 'W4', says: 'an urgent notice stands before all others', play: urgent },
  { id: 'W5', says: 'a booking is found by number, name, kana, phone, mail and event', play: search },
  { id: 'W7', says: 'a door’s codes name their booking, and a booking its doors', play: whoseCode },
  { id: '3.5', says: 'what staff do to a booking stands among its person’s acts', play: actsOnBooking },
  { id: 'W10', says: 'a group’s booking carries the group’s name', play: groupName },
  { id: 'W13m', says: 'a week’s closure of the whole venue is one act', play: wholeWeek },
]

async function closeOver(field: Field): Promise<void> {
  const { visitor, told } = await resident(field)
  const date = field.nextDay()
  const booking = await book(field, visitor, { date, from: '10:00', to: '12:00' })
  const plan = planOf({ first: date, last: date, spaceIds: [ROOM] })
  const preview = parsed(Preview, await field.staff.post('/api/staff/closings/preview', { plan }), 'preview')
  mustBe(
    preview.bookings.map(({ reservationId }) => reservationId).join(),
    booking.reservationId,
    'in the way',
  )
  const since = await field.mailbox.mark()
  const cancel = { reason: '水漏れのため', reservationIds: [booking.reservationId] }
  mustBe((await placed(field, plan, cancel)).status, 201, 'the closure')
  mustBe((await bookingNow(visitor, booking)).status, 'cancelled', 'the booking in its way')
  await field.mailbox.waitFor(told.mail, /水漏れのため/, since)
  await shows(field, { date }, /^h+$/)
}

async function closeFreed(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const date = field.nextDay()
  const { reservationId } = await book(field, visitor, { date, from: '10:00', to: '12:00' })
  const cancelled = await field.staff.post(`/api/staff/reservations/${reservationId}/cancel`, {
    reason: '誤り',
  })
  mustBe(cancelled.status, 200, 'a cancel by the city')
  await shows(field, { date }, /r/)
  mustBe(
    (await placed(field, planOf({ first: date, last: date, spaceIds: [ROOM] }))).status,
    201,
    'the closure',
  )
}

async function wholeWeek(field: Field): Promise<void> {
  // Beyond every day that is booked here.
  const last = addDays(ORDINARY_DAY, 60)
  const plan = planOf({ first: addDays(last, -6), last, spaceIds: [] })
  const answer = parsed(
    z.object({ spans: z.int(), actId: z.string() }),
    await placed(field, plan),
    'the closure',
  )
  mustBe(answer.spans, 14, 'two rooms on seven days')
  const released = await field.staff.send('DELETE', `/api/staff/closings/${answer.actId}`, { body: {} })
  must(released.status < 300, `releasing it: ${released.status}`)
}

async function urgent(field: Field): Promise<void> {
  const words = {
    venueId: null,
    title: '本日は断水のため休館します',
    body: '復旧の見込みは改めてお知らせします。',
  }
  const published = await field.staff.post('/api/staff/notices', {
    ...words,
    date: '2026-01-01',
    urgent: true,
  })
  const { noticeId } = parsed(z.object({ noticeId: z.string() }), published, 'notice')
  const Notices = z.object({ items: z.array(z.object({ noticeId: z.string(), urgent: z.boolean() })) })
  const { items } = parsed(Notices, await field.passerBy.get('/api/cities/mitaka/notices?limit=1'), 'notices')
  mustBe(items[0]?.noticeId, noticeId, 'the first notice')
  await field.staff.post(`/api/staff/notices/${noticeId}/withdraw`)
}

async function search(field: Field): Promise<void> {
  const { visitor, told } = await resident(field, {
    name: '探見 太郎',
    kana: 'サガミ タロウ',
    phone: '090-0909-7788',
  })
  const booking = await book(field, visitor, {
    date: field.nextDay(),
    from: '13:00',
    to: '14:00',
    eventName: 'さがしもの大会',
  })
  const { number } = await approve(field, booking)
  for (const query of [`${number}`, '太郎', 'タロウ', '0909-7788', told.mail, 'もの大会']) {
    const { bookings } = parsed(Found, await field.staff.post('/api/staff/search', { query }), query)
    must(
      bookings.items.some(({ reservationId }) => reservationId === booking.reservationId),
      `${query} does not find the booking`,
    )
  }
}

async function whoseCode(field: Field): Promise<void> {
  const { visitor, personId } = await resident(field)
  const booking = await book(field, visitor, { date: field.nextDay(), from: '10:00', to: '11:00' })
  const { number } = await approve(field, booking)
  const Codes = z.object({
    items: z.array(z.object({ booking: z.object({ number: z.string(), personId: z.string() }).nullable() })),
  })
  await waitFor('the booking among the codes of the door', async () => {
    const codes = parsed(Codes, await field.staff.get(`/api/staff/doors/${ENTRANCE}/codes`), 'codes')
    return codes.items.find(code => code.booking?.number === number && code.booking.personId === personId)
  })
  const Key = z.object({ doors: z.array(z.object({ lockId: z.string() })) })
  const key = await field.staff.get(`/api/staff/reservations/${booking.reservationId}/key`)
  mustBe(parsed(Key, key, 'key').doors.length, 2, 'doors of the booking')
}

async function actsOnBooking(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const booking = await book(field, visitor, { date: field.nextDay(), from: '10:00', to: '11:00' })
  await approve(field, booking)
  const path = `/api/staff/reservations/${booking.reservationId}/cancel`
  mustBe((await field.staff.post(path, { reason: '断水のため' })).status, 200, 'a cancel by the city')
  const Acts = z.object({
    items: z.array(z.object({ act: z.string(), by: z.string(), reservationId: z.string().nullable() })),
  })
  await waitFor('both acts of staff on the account', async () => {
    const { items } = parsed(Acts, await visitor.get('/api/me/acts'), 'acts')
    const own = items.filter(each => each.reservationId === booking.reservationId && each.by === 'staff')
    return own.map(each => each.act).join() === 'cancel-booking,approve-booking' || undefined
  })
}

async function groupName(field: Field): Promise<void> {
  const { personId } = await book(field, field.group, { date: field.nextDay(), from: '10:00', to: '11:00' })
  const Names = z.object({ items: z.array(z.object({ groupName: z.string().nullable() })) })
  const names = await field.staff.post('/api/staff/people/names', { personIds: [personId] })
  mustBe(parsed(Names, names, 'names').items[0]?.groupName, '朝の読書会', 'who booked')
}

function planOf(where: { first: string; last: string; spaceIds: readonly string[] }) {
  return {
    kind: 'closure',
    reason: '改修工事',
    venueId: VENUE,
    weekdays: [],
    from: '09:00',
    to: '21:00',
    ...where,
  }
}

function placed(field: Field, plan: ReturnType<typeof planOf>, cancel?: Record<string, unknown>) {
  return field.staff.post('/api/staff/closings', { actId: randomUUID(), plan, ...(cancel && { cancel }) })
}
