import { IdempotencyKey } from '@asaichi/contract/ids.ts'
import { EntryId } from '@asaichi/contract/lottery/draw-bundle.ts'
import {
  EntryForm,
  enterLottery,
  explainEntry,
  getEntry,
  listMyEntries,
  withdrawEntry,
} from '@asaichi/contract/lottery/entries.ts'
import { Wish } from '@asaichi/contract/lottery/wish.ts'
import { z } from 'zod'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const ofEntry = z.object({ entryId: EntryId })
const mine = listMyEntries.input.shape

/** A resident's lottery entries: enter, look, withdraw, ask why (M17–M20, V1). */
export const entryRoutes = [
  route(
    {
      method: 'post',
      path: '/api/entries',
      summary: '抽選に申し込む。申込みの番号は受け付けた後に付く',
      access: 'session',
      key: IdempotencyKey,
      body: EntryForm.extend({ wishes: z.array(Wish.strict()).min(1).max(10) }).strict(),
      answers: enterLottery,
      status: 201,
    },
    ({ call, actor, key, body }) => call(enterLottery, { actor, key, form: body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/entries',
      summary: '自分の抽選の申込みと結果。発表までは抽選前',
      access: 'session',
      query: z.strictObject({ after: mine.after, limit: wholeNumber(mine.limit.unwrap()).optional() }),
      answers: listMyEntries,
    },
    ({ call, actor, query }) => call(listMyEntries, { actor, ...query }),
  ),
  route(
    {
      method: 'get',
      path: '/api/entries/{entryId}',
      summary: '抽選の申込みの詳細と、その回の様子',
      access: 'session',
      params: ofEntry,
      answers: getEntry,
    },
    ({ call, actor, params }) => call(getEntry, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/entries/{entryId}/withdraw',
      summary: '抽選の申込みを取り消す。締め切りまで',
      access: 'session',
      params: ofEntry,
      body: z.strictObject({}),
      answers: withdrawEntry,
    },
    ({ call, actor, params }) => call(withdrawEntry, { actor, ...params }),
  ),
  route(
    {
      method: 'get',
      path: '/api/entries/{entryId}/explanation',
      summary: '抽選での順番、結果の理由、確かめ方（発表の後）',
      access: 'session',
      params: ofEntry,
      answers: explainEntry,
    },
    ({ call, actor, params }) => call(explainEntry, { actor, ...params }),
  ),
] as const
