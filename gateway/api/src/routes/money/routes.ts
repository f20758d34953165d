import { IdempotencyKey, ReservationId } from '@asaichi/contract/ids.ts'
import { reduceFee } from '@asaichi/contract/reservation/fee.ts'
import {
  getBill,
  getTakings,
  listBills,
  listPostings,
  receivePayment,
  refundPayment,
  reversePayment,
} from '@asaichi/contract/reservation/money.ts'
import { z } from 'zod'
import { wholeNumber } from '../../http/query-value.ts'
import { route } from '../../http/route.ts'
import { ledgerText, readLedger } from './ledger-file.ts'

const ofReservation = z.object({ reservationId: ReservationId })
const bills = listBills.input.shape
const payment = receivePayment.input.omit({ actor: true, reservationId: true, key: true }).strict()

/** M14, T10: what bookings cost, who has paid, and the desk where it is written down. */
export const moneyRoutes = [
  route(
    {
      method: 'get',
      path: '/api/reservations/{reservationId}/bill',
      summary: '予約の使用料。請求書、入金と返金の記録',
      access: 'session',
      params: ofReservation,
      answers: getBill,
    },
    ({ call, actor, params }) => call(getBill, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/{reservationId}/reduction',
      summary: '使用料を減額または免除する。入金の前だけで、0％は取りやめ。請求書は出し直される',
      access: 'staff',
      params: ofReservation,
      body: reduceFee.input.pick({ expectedVersion: true, percent: true, reason: true }).strict(),
      answers: reduceFee,
    },
    ({ call, actor, params, body }) => call(reduceFee, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/bills',
      summary: '使用料の一覧。支払期限の近い順、支払い済みとすべては新しい順',
      access: 'staff',
      query: z.strictObject({
        of: bills.of,
        after: bills.after,
        limit: wholeNumber(bills.limit.unwrap()).optional(),
      }),
      answers: listBills,
    },
    ({ call, actor, query }) => call(listBills, { actor, ...query }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/{reservationId}/payments',
      summary: '受け取った使用料を記録する',
      access: 'staff',
      params: ofReservation,
      key: IdempotencyKey,
      body: payment,
      answers: receivePayment,
      status: 201,
    },
    ({ call, actor, params, key, body }) => call(receivePayment, { actor, key, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/{reservationId}/refunds',
      summary: '返金を記録する',
      access: 'staff',
      params: ofReservation,
      key: IdempotencyKey,
      body: payment,
      answers: refundPayment,
      status: 201,
    },
    ({ call, actor, params, key, body }) => call(refundPayment, { actor, key, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/{reservationId}/payments/{postingId}/reverse',
      summary: '入金または返金の記録の誤りを、理由をつけて取り消す。元の記録は残る',
      access: 'staff',
      params: ofReservation.extend({ postingId: reversePayment.input.shape.postingId }),
      body: reversePayment.input.pick({ reason: true }).strict(),
      answers: reversePayment,
    },
    ({ call, actor, params, body }) => call(reversePayment, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/takings/{date}',
      summary: '1日の入金と返金の合計。支払方法ごと',
      access: 'staff',
      params: getTakings.input.pick({ date: true }),
      answers: getTakings,
    },
    ({ call, actor, params }) => call(getTakings, { actor, ...params }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/ledger.csv',
      summary: '使用料の記録（会計用、UTF-8 BOM付きCSV、62日まで）',
      access: 'staff',
      query: listPostings.input.pick({ from: true, to: true }).strict(),
      answers: listPostings,
      shows: z.string(),
      mediaType: 'text/csv; charset=utf-8',
    },
    ({ call, actor, query }) => readLedger(call, actor, query),
    ({ items }, { query: { from, to } }) => ({
      status: 200,
      text: ledgerText(items),
      mediaType: 'text/csv; charset=utf-8',
      headers: { 'content-disposition': `attachment; filename="shiyoryo-${from}-${to}.csv"` },
    }),
  ),
] as const
