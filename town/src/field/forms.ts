import { z } from 'zod'
import { ROOM } from '../journey/chapters/application.ts'
import { waitFor } from '../journey/expect.ts'
import { type Answer, parsed, type Visitor } from '../journey/visitor.ts'
import type { Field } from './field.ts'
import { termsVersion } from './people.ts'

export type Span = {
  readonly date: string
  readonly from: string
  readonly to: string
  readonly listingId?: string
  readonly eventName?: string
}

const Booking = z.object({
  reservationId: z.string(),
  personId: z.string(),
  version: z.int(),
  status: z.string(),
  from: z.string(),
  to: z.string(),
  number: z.string().nullable(),
})
export type Booking = z.infer<typeof Booking>
const Held = z.object({ reservation: Booking, receiptId: z.string() })
const Moved = Held.extend({ needsApproval: z.boolean() })

/** M24: a filled form for 1階洋室. */
export async function form(field: Field, span: Span): Promise<Record<string, unknown>> {
  return { listingId: ROOM, ...(await words(field)), ...span }
}

export async function words(field: Field): Promise<Record<string, unknown>> {
  return {
    eventName: '野の会',
    people: 6,
    note: '見本町野の会 練習',
    paidEvent: false,
    acceptedTermsVersion: await termsVersion(field),
    guardianPresent: false,
  }
}

/** A press that is to win. */
export async function book(field: Field, who: Visitor, span: Span): Promise<Booking> {
  return parsed(Held, await press(field, who, span), `a press for ${span.from}`).reservation
}

/** The calendar hears of an approved permission a moment after staff were answered. */
export async function press(field: Field, who: Visitor, span: Span): Promise<Answer> {
  const body = await form(field, span)
  return waitFor('the permission to reach the calendar', async () => {
    const answer = await who.post('/api/reservations', body)
    return answer.code === 'not-approved' ? undefined : answer
  })
}

type Holding = { readonly who: Visitor; readonly booking: Booking }

export async function move(field: Field, { who, booking }: Holding, span: Span) {
  const answer = await who.post(`/api/reservations/${booking.reservationId}/move`, await form(field, span))
  return parsed(Moved, answer, `a move to ${span.from}–${span.to}`)
}

/** M26: staff approve it. */
export async function approve({ staff }: Field, { reservationId, version }: Booking): Promise<Booking> {
  const answer = await staff.post(`/api/staff/reservations/${reservationId}/approve`, {
    expectedVersion: version,
  })
  return parsed(Booking, answer, 'approval')
}

export async function bookingNow(who: Visitor, { reservationId }: Booking): Promise<Booking> {
  return parsed(Booking, await who.get(`/api/reservations/${reservationId}`), 'the booking')
}

const Month = z.object({
  days: z.array(z.object({ d: z.string(), open: z.string().nullable(), s: z.string() })),
})

/** M22: waits until the public calendar shows these letters from nine on. */
export async function shows(
  { passerBy }: Field,
  { date, listingId = ROOM }: Pick<Span, 'date' | 'listingId'>,
  letters: RegExp,
) {
  await waitFor(`${letters} on ${date}`, async () => {
    const month = await passerBy.get(`/api/listings/${listingId}/availability?month=${date.slice(0, 7)}`)
    const day = parsed(Month, month, 'availability').days.find(each => each.d === date)
    return day && letters.test(day.s) ? day : undefined
  })
}
