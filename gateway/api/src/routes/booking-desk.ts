import { listNames } from '@asaichi/contract/identity/staff.ts'
import { IdempotencyKey, ListingId, VenueId } from '@asaichi/contract/ids.ts'
import { Application } from '@asaichi/contract/reservation/reservation.ts'
import {
  applyFor,
  approveMany,
  getStaffDay,
  listAttempts,
  listHolds,
} from '@asaichi/contract/reservation/staff.ts'
import { LocalDate } from '@asaichi/contract/time.ts'
import { z } from 'zod'
import { createdReservation } from '../created-reservation.ts'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const holds = listHolds.input.shape
const attempts = listAttempts.input.shape
const items = approveMany.input.shape.items

/** What staff do with the calendar of their city: book for a caller, approve many, see a day, answer "why not me" (G13, V2). */
export const bookingDeskRoutes = [
  route(
    {
      method: 'post',
      path: '/api/staff/reservations',
      summary: '電話や窓口の人に代わって先着順で申し込む（代理）',
      access: 'staff',
      key: IdempotencyKey,
      body: applyFor.input.pick({ personId: true }).extend({ application: Application.strict() }).strict(),
      answers: applyFor,
      status: 201,
    },
    ({ call, actor, key, body }) => call(applyFor, { actor, key, ...body }),
    createdReservation,
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/approve-many',
      summary: '申込みをまとめて承認する（50件まで、1件ずつ結果が返る）',
      access: 'staff',
      body: z.strictObject({ items: z.array(items.element.strict()).min(1).max(50) }),
      answers: approveMany,
    },
    ({ call, actor, body }) => call(approveMany, { actor, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/venues/{venueId}/days/{date}',
      summary: '施設の1日。予約、公用、休止、再開待ちのすべて',
      access: 'staff',
      params: z.object({ venueId: VenueId, date: LocalDate }),
      answers: getStaffDay,
    },
    ({ call, actor, params }) => call(getStaffDay, { actor, ...params }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/holds',
      summary: '公用と休止の記録（62日までの期間）。外したものも残る',
      access: 'staff',
      query: z.strictObject({ venueId: holds.venueId, from: holds.from, to: holds.to }),
      answers: listHolds,
    },
    ({ call, actor, query }) => call(listHolds, { actor, ...query }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/people/names',
      summary:
        '申込者の氏名・団体名と登録番号（100人まで）。市の利用者だけが返る。電話番号を求めると、見たことが本人に伝わる',
      access: 'staff',
      body: listNames.input.pick({ personIds: true, phones: true }).partial({ phones: true }).strict(),
      answers: listNames,
    },
    ({ call, actor, body }) => call(listNames, { actor, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/attempts',
      summary: 'ある部屋のある日への申込みを、判断した順に。なぜ取れなかったかの答え',
      access: 'staff',
      query: z.strictObject({
        listingId: ListingId,
        date: LocalDate,
        from: attempts.from.unwrap().optional(),
        to: attempts.to.unwrap().optional(),
        after: wholeNumber(attempts.after.unwrap()).optional(),
        limit: wholeNumber(attempts.limit.unwrap()).optional(),
      }),
      answers: listAttempts,
    },
    ({ call, actor, query }) => call(listAttempts, { actor, ...query }),
  ),
] as const
