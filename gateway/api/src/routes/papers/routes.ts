import type { Call } from '@asaichi/bus/call.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { getCity } from '@asaichi/contract/catalog/city.ts'
import { getVenue } from '@asaichi/contract/catalog/venue.ts'
import { bare, notFound, type Outcome, refuse } from '@asaichi/contract/define.ts'
import { getProfile } from '@asaichi/contract/identity/profile.ts'
import { listNames } from '@asaichi/contract/identity/staff.ts'
import { ReservationId, VenueId } from '@asaichi/contract/ids.ts'
import { getBill } from '@asaichi/contract/reservation/money.ts'
import { getReservation } from '@asaichi/contract/reservation/reservation.ts'
import { getStaffDay } from '@asaichi/contract/reservation/staff.ts'
import { LocalDate } from '@asaichi/contract/time.ts'
import { z } from 'zod'
import type { Reply } from '../../http/responder.ts'
import { route, type Tools } from '../../http/route.ts'
import { dayPaper } from '../../papers/day-paper.ts'
import { invoicePaper, receiptPaper } from '../../papers/money-papers.ts'
import type { Paper } from '../../papers/paper.ts'
import { papersBusy } from '../../papers/papers.ts'
import { permitPaper } from '../../papers/permit-paper.ts'
import { peopleOf } from './people-of.ts'

const PDF = 'application/pdf'
const ofReservation = z.object({ reservationId: ReservationId })
const Pdf = z.instanceof(Uint8Array<ArrayBuffer>)
/** A permit before the approval, an invoice before one is issued, a receipt before a payment. */
const ofOne = { output: Pdf, refusals: { ...notFound, ...papersBusy, 'no-such-paper': bare } }

/** R16, R22, T4: the printed pages as PDF, for the same people, from what the same requests answer. */
export const paperRoutes = [
  route(
    {
      method: 'get',
      path: '/api/reservations/{reservationId}/permit.pdf',
      summary: '使用許可書（PDF）。承認された予約だけ',
      access: 'session',
      params: ofReservation,
      answers: ofOne,
      shows: z.string(),
      mediaType: PDF,
    },
    async ({ call, clock, actor, params, papers }) => {
      const found = await call(getReservation, { actor, ...params })
      if (!found.ok) return found
      const { cityId, venueId, personId } = found.value
      const [city, venue] = await Promise.all([call(getCity, { cityId }), call(getVenue, { venueId })])
      if (!city.ok) return city
      if (!venue.ok) return venue
      const person = await nameOf(call, actor, personId)
      const today = localDateOf(clock.now())
      const facts = { reservation: found.value, person, city: city.value, venue: venue.value, today }
      return written({ papers, actor }, permitPaper(facts))
    },
    bytes => pdfReply(bytes, 'kyokasho'),
  ),
  route(
    {
      method: 'get',
      path: '/api/reservations/{reservationId}/invoice.pdf',
      summary: '請求書（PDF）。いちばん新しい有効なもの',
      access: 'session',
      params: ofReservation,
      answers: ofOne,
      shows: z.string(),
      mediaType: PDF,
    },
    args => moneyPaper(args, invoicePaper),
    bytes => pdfReply(bytes, 'seikyusho'),
  ),
  route(
    {
      method: 'get',
      path: '/api/reservations/{reservationId}/payment-receipt.pdf',
      summary: '領収書（PDF）。受け取って返していない金額',
      access: 'session',
      params: ofReservation,
      answers: ofOne,
      shows: z.string(),
      mediaType: PDF,
    },
    args => moneyPaper(args, receiptPaper),
    bytes => pdfReply(bytes, 'ryoshusho'),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/venues/{venueId}/days/{date}/sheet.pdf',
      summary: '施設の1日の利用予定（PDF）。申込者と電話番号が載り、見たことは本人の記録に残る',
      access: 'staff',
      params: z.object({ venueId: VenueId, date: LocalDate }),
      answers: { output: Pdf, refusals: { ...getStaffDay.refusals, ...papersBusy } },
      shows: z.string(),
      mediaType: PDF,
    },
    async ({ call, actor, params, papers }) => {
      const day = await call(getStaffDay, { actor, ...params })
      if (!day.ok) return day
      const { occupancies } = day.value
      const personIds = [...new Set(occupancies.flatMap(({ reservation }) => reservation?.personId ?? []))]
      const people = await peopleOf(call, actor, personIds)
      return people.ok ? papers.write(dayPaper(day.value, people.value), actor.personId) : people
    },
    (bytes, { params: { venueId, date } }) => pdfReply(bytes, `riyoyotei-${venueId}-${date}`),
  ),
] as const

type OfBooking = Pick<Tools, 'call' | 'papers'> & {
  readonly actor: Actor
  readonly params: z.output<typeof ofReservation>
}

async function moneyPaper({ call, papers, actor, params }: OfBooking, make: typeof invoicePaper) {
  const bill = await call(getBill, { actor, ...params })
  if (!bill.ok) return bill
  const person = await nameOf(call, actor, bill.value.reservation.personId)
  return written({ papers, actor }, make(bill.value, person))
}

function written(
  { papers, actor }: Pick<Tools, 'papers'> & { readonly actor: Actor },
  paper: Paper | undefined,
) {
  return paper ? papers.write(paper, actor.personId) : refuse('no-such-paper')
}

/** Whose it is: the reader's own name, or, for the desk, the one it asks for. */
async function nameOf(call: Call, actor: Actor, personId: string): Promise<string> {
  if (actor.personId === personId) {
    const { name, group } = orThrow(await call(getProfile, { actor }))
    return group?.name ?? name
  }
  const [person] = orThrow(await call(listNames, { actor, personIds: [personId], phones: false })).items
  return person?.groupName ?? person?.name ?? ''
}

// Who was answered the booking itself may know whose it is.
function orThrow<V>(outcome: Outcome<V, { readonly code: string }>): V {
  if (outcome.ok) return outcome.value
  throw new Error(`no name for a paper: ${outcome.refusal.code}`)
}

function pdfReply(bytes: Uint8Array<ArrayBuffer>, name: string): Reply {
  return {
    status: 200,
    bytes,
    mediaType: PDF,
    headers: { 'content-disposition': `attachment; filename="${name}.pdf"` },
  }
}
