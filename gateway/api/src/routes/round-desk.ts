import { RoundId } from '@asaichi/contract/ids.ts'
import { cancelRound, listResults, resendResults, tryDraw } from '@asaichi/contract/lottery.ts'
import { z } from 'zod'
import { wholeNumber } from '../query-value.ts'
import { route } from '../route.ts'

const ofRound = z.object({ roundId: RoundId })
const results = listResults.input.shape

/** What a city's staff may do with a round of their own city; the draw itself is nobody's to start (M18). */
export const roundDeskRoutes = [
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
] as const
