import { IdempotencyKey, ReceiptId, ReservationId } from '@asaichi/contract/ids.ts'
import { getDoorCodes } from '@asaichi/contract/lock/door-codes.ts'
import { changeDetails, Details } from '@asaichi/contract/reservation/details.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import {
  Application,
  apply,
  cancel,
  confirmWin,
  getReceipt,
  getReservation,
  listMine,
  ReservationStatus,
} from '@asaichi/contract/reservation/reservation.ts'
import { writeHeadcount } from '@asaichi/contract/reservation/write-headcount.ts'
import { z } from 'zod'
import { createdReservation } from '../created-reservation.ts'
import { severalOf, wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const ofReservation = z.object({ reservationId: ReservationId })
const mine = listMine.input.shape

/** A resident's bookings: apply, look, cancel, open the door, ask why (M21–M31, V2). */
export const residentRoutes = [
  route(
    {
      method: 'post',
      path: '/api/reservations',
      summary: '先着順で申し込む',
      access: 'session',
      key: IdempotencyKey,
      body: Application.strict(),
      answers: apply,
      status: 201,
    },
    ({ presses, actor, key, body }) => presses.submit({ actor, key, application: body }),
    createdReservation,
  ),
  route(
    {
      method: 'get',
      path: '/api/reservations',
      summary: '自分の予約。利用日の新しい順',
      access: 'session',
      query: z.strictObject({
        status: severalOf(ReservationStatus).optional(),
        after: mine.after,
        limit: wholeNumber(mine.limit.unwrap()).optional(),
      }),
      answers: listMine,
    },
    ({ call, actor, query: { status, ...page } }) => call(listMine, { actor, statuses: status, ...page }),
  ),
  route(
    {
      method: 'get',
      path: '/api/reservations/{reservationId}',
      summary: '予約の詳細',
      access: 'session',
      params: ofReservation,
      answers: getReservation,
    },
    ({ call, actor, params }) => call(getReservation, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/reservations/{reservationId}/cancel',
      summary: '予約を取り消す。点がつくときは、本人に示した点の数（points）を添える',
      access: 'session',
      params: ofReservation,
      body: cancel.input.pick({ reason: true, points: true }).strict(),
      answers: cancel,
    },
    ({ call, actor, params, body }) => call(cancel, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/reservations/{reservationId}/move',
      summary: '日時や部屋を変える。今の時間と重なってもよい。断られたときは何も変わらない（市が認めるとき）',
      access: 'session',
      key: IdempotencyKey,
      params: ofReservation,
      body: Application.strict(),
      answers: moveReservation,
      status: 201,
    },
    ({ call, actor, key, params, body }) =>
      call(moveReservation, { actor, key, ...params, application: body }),
    createdReservation,
  ),
  route(
    {
      method: 'post',
      path: '/api/reservations/{reservationId}/details',
      summary: 'イベント名、人数、備考を直す（利用の始まりまで）',
      access: 'session',
      params: ofReservation,
      body: Details.extend({ expectedVersion: z.int() }).strict(),
      answers: changeDetails,
    },
    ({ call, actor, params, body: { expectedVersion, ...details } }) =>
      call(changeDetails, { actor, ...params, expectedVersion, details }),
  ),
  route(
    {
      method: 'post',
      path: '/api/reservations/{reservationId}/headcount',
      summary: '利用した人数を種類ごとに書く、直す（利用の後、市が求めるとき）。本人と職員',
      access: 'session',
      params: ofReservation,
      body: writeHeadcount.input.pick({ expectedVersion: true, counts: true }).strict(),
      answers: writeHeadcount,
    },
    ({ call, actor, params, body }) => call(writeHeadcount, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/reservations/{reservationId}/confirm',
      summary: '当選した予約の利用を確定する（市が求めるとき）',
      access: 'session',
      params: ofReservation,
      body: z.strictObject({}),
      answers: confirmWin,
    },
    ({ call, actor, params }) => call(confirmWin, { actor, ...params }),
  ),
  route(
    {
      method: 'get',
      path: '/api/reservations/{reservationId}/door-codes',
      summary: '鍵の鍵の番号と使える時間（扉ごと）',
      access: 'session',
      params: ofReservation,
      answers: getDoorCodes,
    },
    ({ call, actor, params }) => call(getDoorCodes, { ...params, asker: actor }),
  ),
  route(
    {
      method: 'get',
      path: '/api/receipts/{receiptId}',
      summary: '申込みの受付票（順番、結果、理由）',
      access: 'session',
      params: z.object({ receiptId: ReceiptId }),
      answers: getReceipt,
    },
    ({ call, actor, params }) => call(getReceipt, { actor, ...params }),
  ),
] as const
