import { lookAtClosing, placeClosing, releaseClosing } from '@asaichi/contract/reservation/closings.ts'
import { allowHold, listHoldRequests } from '@asaichi/contract/reservation/hold-requests.ts'
import { z } from 'zod'
import { route } from '../http/route.ts'

const plan = lookAtClosing.input.shape.plan.strict()
const act = placeClosing.input.shape
// A hundred cancels are some hundred statements, more than the usual five seconds on a busy machine.
const PATIENCE = { deadlineMs: 20_000 }

/** G13, W13m: closures and city use of many rooms and days, as one act. */
export const closingRoutes = [
  route(
    {
      method: 'post',
      path: '/api/staff/closings/preview',
      summary: '期間・部屋・曜日をまとめて休止または公用にするとき、重なる予約（何も変わらない）',
      access: 'staff',
      body: z.strictObject({ plan }),
      answers: lookAtClosing,
    },
    ({ call, actor, body }) => call(lookAtClosing, { actor, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/closings',
      summary:
        '期間・部屋・曜日をまとめて休止または公用にする（部屋と日で200まで）。重なる予約は、確かめたものだけを理由をつけて取り消す。同じactIdは1回だけ',
      access: 'staff',
      body: z.strictObject({ actId: act.actId, plan, cancel: act.cancel.unwrap().strict().optional() }),
      answers: placeClosing,
      status: 201,
    },
    ({ call, actor, body }) => call(placeClosing, { actor, ...body }, PATIENCE),
  ),
  route(
    {
      method: 'delete',
      path: '/api/staff/closings/{actId}',
      summary: 'まとめて入れた休止・公用をすべて外す。時間は取り消した予約と同じように再び受け付ける',
      access: 'staff',
      params: z.object({ actId: act.actId }),
      answers: releaseClosing,
      status: 204,
    },
    ({ call, actor, params }) => call(releaseClosing, { actor, ...params }, PATIENCE),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/hold-requests',
      summary:
        '1人で1日に押さえられる時間を超え、ほかの職員の許可を待つ休止・公用（今日のもの。新しい順に50件）',
      access: 'staff',
      answers: listHoldRequests,
    },
    ({ call, actor }) => call(listHoldRequests, { actor }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/hold-requests/{requestId}/allow',
      summary: 'ほかの職員の休止・公用を許可する。頼んだ人が、今日のうちに1回だけ行える',
      access: 'staff',
      params: z.object({ requestId: allowHold.input.shape.requestId }),
      answers: allowHold,
      status: 204,
    },
    ({ call, actor, params }) => call(allowHold, { actor, ...params }),
  ),
] as const
