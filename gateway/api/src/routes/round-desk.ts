import { IdempotencyKey, RoundId } from '@asaichi/contract/ids.ts'
import { EntryForm } from '@asaichi/contract/lottery/entries.ts'
import {
  cancelRound,
  enterFor,
  listResults,
  redrawRound,
  resendResults,
  tryDraw,
} from '@asaichi/contract/lottery/staff.ts'
import { Wish } from '@asaichi/contract/lottery/wish.ts'
import { z } from 'zod'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const ofRound = z.object({ roundId: RoundId })
const results = listResults.input.shape

/** What a city's staff may do with a round of their own city; the draw itself is nobody's to start (M18). */
export const roundDeskRoutes = [
  route(
    {
      method: 'post',
      path: '/api/staff/entries',
      summary: '電話や窓口の人に代わって抽選に申し込む（代理）',
      access: 'staff',
      key: IdempotencyKey,
      body: enterFor.input
        .pick({ personId: true })
        .extend({ form: EntryForm.extend({ wishes: z.array(Wish.strict()).min(1).max(10) }).strict() })
        .strict(),
      answers: enterFor,
      status: 201,
    },
    ({ call, actor, key, body }) => call(enterFor, { actor, key, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/rounds/{roundId}/results',
      summary: '抽選の結果の一覧（発表の後）',
      access: 'staff',
      params: ofRound,
      query: z.strictObject({
        after: results.after,
        limit: wholeNumber(results.limit.unwrap()).optional(),
      }),
      answers: listResults,
    },
    ({ call, actor, params, query }) => call(listResults, { actor, ...params, ...query }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/rounds/{roundId}/try-draw',
      summary: '今の申込みで試しに抽選する。件数だけが出て、本番の結果とは関係しない',
      access: 'staff',
      params: ofRound,
      body: z.strictObject({}),
      answers: tryDraw,
    },
    ({ call, actor, params }) => call(tryDraw, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/rounds/{roundId}/resend',
      summary: '抽選の結果のメールをもう一度送る（発表の後）',
      access: 'staff',
      params: ofRound,
      body: z.strictObject({}),
      answers: resendResults,
      status: 202,
    },
    ({ call, actor, params }) => call(resendResults, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/rounds/{roundId}/cancel',
      summary: '抽選の回を理由をつけて取りやめる。理由は公開される',
      access: 'staff',
      params: ofRound,
      body: cancelRound.input.pick({ reason: true }).strict(),
      answers: cancelRound,
    },
    ({ call, actor, params, body }) => call(cancelRound, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/rounds/{roundId}/redraw',
      summary:
        '結果が決まった後、発表の前に、抽選をやり直す。職員2人がそれぞれ求めたときだけ行われ、理由と日時は公開される',
      access: 'staff',
      params: ofRound,
      body: redrawRound.input.pick({ reason: true }).strict(),
      answers: redrawRound,
    },
    ({ call, actor, params, body }) => call(redrawRound, { actor, ...params, ...body }),
  ),
] as const
