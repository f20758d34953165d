import { CityId, RoundId } from '@asaichi/contract/ids.ts'
import { DrawBundle } from '@asaichi/contract/lottery/draw-bundle.ts'
import { getBundlePart, getRound, listAuditLog, listRounds } from '@asaichi/contract/lottery/rounds.ts'
import { LocalDate } from '@asaichi/contract/time.ts'
import { z } from 'zod'
import { openReply } from '../http/open-reply.ts'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const rounds = listRounds.input.shape
const log = listAuditLog.input.shape

/** What anyone may read of the lottery, so that anyone can draw again (V1, V4, M17, M18). */
export const drawRoutes = [
  route(
    {
      method: 'get',
      path: '/api/rounds',
      summary: '抽選の回（市と、62日までの利用日の期間）。公開した約束の値と締め切り時の記録',
      access: 'anyone',
      open: true,
      query: z.strictObject({ cityId: rounds.cityId, from: rounds.from, to: rounds.to }),
      answers: listRounds,
    },
    ({ call, query }) => call(listRounds, query),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/rounds/{date}',
      summary: 'ある利用日の抽選の回。市が公開するときは、締め切りまで時間ごとの申込み数も',
      access: 'anyone',
      open: true,
      params: z.object({ cityId: CityId, date: LocalDate }),
      answers: getRound,
    },
    ({ call, params }) => call(getRound, params),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/rounds/{roundId}/bundle',
      summary: '抽選をだれでもやり直して確かめられる記録（発表の後）。名前や番号は入っていない',
      access: 'anyone',
      open: true,
      // A UUID has two spellings and a file one name.
      params: z.object({ roundId: RoundId.toLowerCase() }),
      answers: {
        output: z.object({ text: z.string(), etag: z.string() }),
        refusals: getBundlePart.refusals,
      },
      shows: DrawBundle,
    },
    ({ bundles, params }) => bundles.find(params.roundId),
    ({ text, etag }, { params }) => ({
      status: 200,
      text,
      etag,
      headers: {
        'content-disposition': `attachment; filename="draw-${params.roundId}.json"`,
        'cache-control': 'public, max-age=31536000, immutable',
      },
    }),
  ),
  route(
    {
      method: 'get',
      path: '/api/audit/lottery',
      summary: '抽選の監査の記録。古い順、どの値も前の行の値を含む',
      access: 'anyone',
      open: true,
      query: z.strictObject({
        after: wholeNumber(log.after.unwrap()).optional(),
        limit: wholeNumber(log.limit.unwrap()).optional(),
      }),
      answers: listAuditLog,
    },
    ({ call, query }) => call(listAuditLog, query),
    openReply,
  ),
] as const
