import { ListingId } from '@asaichi/contract/ids.ts'
import { endWatch, listWatches, WatchId, watchTime } from '@asaichi/contract/reservation/watches.ts'
import { z } from 'zod'
import { route } from '../http/route.ts'

/** G5: tell me when it reopens. */
export const watchRoutes = [
  route(
    {
      method: 'post',
      path: '/api/listings/{listingId}/watch',
      summary: 'ふさがっている時間が空いたら、一度メールで知らせてもらう',
      access: 'session',
      params: z.object({ listingId: ListingId }),
      body: watchTime.input.pick({ date: true, from: true, to: true }).strict(),
      answers: watchTime,
      status: 201,
    },
    ({ call, actor, params, body }) => call(watchTime, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/me/watches',
      summary: '空いたら知らせてもらう時間の一覧',
      access: 'session',
      answers: listWatches,
    },
    ({ call, actor }) => call(listWatches, { actor }),
  ),
  route(
    {
      method: 'delete',
      path: '/api/me/watches/{watchId}',
      summary: '空いたときの知らせをやめる',
      access: 'session',
      params: z.object({ watchId: WatchId }),
      answers: endWatch,
      status: 204,
    },
    ({ call, actor, params }) => call(endWatch, { actor, ...params }),
  ),
] as const
