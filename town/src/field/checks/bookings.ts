import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { OTHER_ROOM, ROOM } from '../../journey/chapters/application.ts'
import { must, mustBe, waitFor } from '../../journey/expect.ts'
import { parsed } from '../../journey/visitor.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'
import { approve, book, bookingNow, form, move, press } from '../forms.ts'
import { resident } from '../people.ts'

const Own = z.object({
  code: z.literal('overlaps-own-booking'),
  reservationId: z.string(),
  receiptId: z.string(),
})
const Receipt = z.object({ reason: z.string(), blocker: z.unknown() })
const Mine = z.object({
  items: z.array(z.object({ date: z.string(), from: z.string(), status: z.string() })),
})

/** The truth about one's own time. */
export const bookingChecks: readonly Check[] = [
  { id: 'B3', says: 'a booking is shifted, lengthened and shortened over its own time', play: ownTime },
  { id: 'B14', says: 'a key that was used says so, and only the first press counts', play: usedKey },
  { id: 'B14', says: 'so does the key of a move', play: usedKeyOfMove },
  { id: 'W2', says: 'one’s own booking is named as one’s own, on the receipt too', play: ownBooking },
  { id: 'W3', says: 'a city that allows it lets two rooms of one venue for one hour', play: twoRooms },
  { id: 'W5m', says: 'an approved booking that gets shorter stays approved, in one mail', play: shorter },
  { id: 'W5m', says: 'event, people and note can be corrected', play: corrected },
  {
    id: 'W12',
    says: 'two hours of an afternoon are found where the whole of it is not free',
    play: lengthInBand,
  },
  { id: 'W17m', says: 'who finds a time taken can ask to be told', play: watched },
]

async function ownTime(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const date = field.nextDay()
  let booking = await book(field, visitor, { date, from: '10:00', to: '12:00' })
  for (const [from, to] of [
    ['10:30', '12:30'],
    ['10:30', '13:00'],
    ['11:00', '12:00'],
  ] as const) {
    booking = (await move(field, { who: visitor, booking }, { date, from, to })).reservation
    mustBe(`${booking.from}–${booking.to}`, `${from}–${to}`, 'the moved booking')
  }
  mustBe((await live(visitor, date)).length, 1, 'bookings after three moves')
}

async function usedKey(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const [date, key] = [field.nextDay(), randomUUID()]
  const noon = await form(field, { date, from: '12:00', to: '13:00' })
  await book(field, visitor, { date: field.nextDay(), from: '09:00', to: '10:00' })
  await visitor.post('/api/reservations', noon, key)
  const two = await form(field, { date, from: '14:00', to: '15:00' })
  mustBe((await visitor.post('/api/reservations', two, key)).code, 'key-used-differently', 'the second time')
  mustBe((await visitor.post('/api/reservations', noon, key)).status, 201, 'the first press asked again')
  mustBe((await live(visitor, date)).join(), '12:00', 'what is booked')
}

async function usedKeyOfMove(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const [date, key] = [field.nextDay(), randomUUID()]
  const { reservationId } = await book(field, visitor, { date, from: '12:00', to: '13:00' })
  const path = `/api/reservations/${reservationId}/move`
  const three = await form(field, { date, from: '15:00', to: '16:00' })
  mustBe((await visitor.post(path, three, key)).status, 201, 'the move')
  const five = await form(field, { date, from: '17:00', to: '18:00' })
  mustBe((await visitor.post(path, five, key)).code, 'key-used-differently', 'another move with its key')
  mustBe((await visitor.post(path, three, key)).status, 201, 'the move asked again')
  mustBe((await live(visitor, date)).join(), '15:00', 'what is booked')
}

async function ownBooking(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const span = { date: field.nextDay(), from: '10:00', to: '11:00' }
  const { reservationId } = await book(field, visitor, span)
  const second = await press(field, visitor, span)
  const told = Own.parse(second.body)
  mustBe(told.reservationId, reservationId, 'the booking that is named')
  const receipt = parsed(Receipt, await visitor.get(`/api/receipts/${told.receiptId}`), 'receipt')
  mustBe(receipt.reason, 'overlaps-own-booking', 'the receipt')
  mustBe(receipt.blocker, null, 'somebody else on the receipt')
}

async function twoRooms(field: Field): Promise<void> {
  const strict = { date: field.nextDay(), from: '10:00', to: '11:00' }
  const { visitor } = await resident(field)
  await book(field, visitor, { ...strict, listingId: ROOM })
  const refused = await press(field, visitor, { ...strict, listingId: OTHER_ROOM })
  mustBe(refused.code, 'overlaps-own-booking', 'a second room where the city allows none')
  const sapporo = { date: field.nextDay(), from: '10:00', to: '11:00' }
  const rooms = parsed(
    z.object({
      spaces: z.array(
        z.object({
          parts: z.array(z.string()),
          listings: z.array(z.object({ listingId: z.string(), use: z.string() })),
        }),
      ),
    }),
    await field.passerBy.get('/api/venues/sapporo-shiroishi'),
    'venue',
  ).spaces.filter(({ parts }) => parts.length === 0)
  const listings = rooms.flatMap(room => room.listings.filter(({ use }) => use === 'free').slice(0, 1))
  must(listings.length >= 2, 'the centre has no two rooms')
  for (const { listingId } of listings.slice(-2))
    mustBe((await press(field, field.sapporoResident, { ...sapporo, listingId })).status, 201, listingId)
}

async function shorter(field: Field): Promise<void> {
  const { visitor, told } = await resident(field)
  const date = field.nextDay()
  const booking = await book(field, visitor, { date, from: '10:00', to: '12:00' })
  const approved = await approve(field, booking)
  await field.mailbox.waitFor(told.mail, new RegExp(`${approved.number}`), new Set())
  const since = await field.mailbox.mark()
  const moved = await move(field, { who: visitor, booking: approved }, { date, from: '10:00', to: '11:00' })
  mustBe(`${moved.needsApproval} ${moved.reservation.status}`, 'false approved', 'the shorter booking')
  const mail = await field.mailbox.waitFor(told.mail, /10:00|午前10時/, since)
  must(!/取り消されました/.test(mail.subject), `the one mail says “${mail.subject}”`)
}

async function corrected(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const booking = await book(field, visitor, { date: field.nextDay(), from: '10:00', to: '12:00' })
  const approved = await approve(field, booking)
  const answer = await visitor.post(`/api/reservations/${booking.reservationId}/details`, {
    eventName: '夏の野の会',
    people: 9,
    note: '人数が増えました',
    expectedVersion: approved.version,
  })
  mustBe(answer.status, 200, 'the correction')
  mustBe((await bookingNow(visitor, booking)).status, 'approved', 'after the correction')
}

async function lengthInBand(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const date = field.nextDay()
  await book(field, visitor, { date, from: '15:00', to: '17:00' })
  const Found = z.object({ items: z.array(z.object({ spaceId: z.string() })) })
  const found = async (minutes: number) => {
    const query = `from=${date}&to=${date}&timeFrom=13:00&timeTo=17:00&minutes=${minutes}`
    const { items } = parsed(Found, await field.passerBy.get(`/api/cities/mitaka/free?${query}`), 'search')
    return items.some(({ spaceId }) => spaceId === ROOM)
  }
  await waitFor('the whole afternoon to be gone', async () => ((await found(240)) ? undefined : true))
  must(await found(120), 'two hours of it are not found')
}

async function watched(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const span = { date: field.nextDay(), from: '10:00', to: '11:00' }
  await book(field, field.resident, span)
  mustBe((await press(field, visitor, span)).code, 'taken', 'a press for a taken time')
  mustBe((await visitor.post(`/api/listings/${ROOM}/watch`, span)).status, 201, 'the wish to be told')
}

async function live(visitor: Field['resident'], date: string): Promise<readonly string[]> {
  const { items } = parsed(
    Mine,
    await visitor.get('/api/reservations?status=pending&status=approved'),
    'my bookings',
  )
  return items.filter(item => item.date === date).map(item => item.from)
}
