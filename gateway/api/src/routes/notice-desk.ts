import { NoticeWords } from '@asaichi/contract/catalog/notices.ts'
import {
  listStaffNotices,
  publishNotice,
  reviseNotice,
  withdrawNotice,
} from '@asaichi/contract/catalog/staff.ts'
import { NoticeId } from '@asaichi/contract/ids.ts'
import { z } from 'zod'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const ofNotice = z.object({ noticeId: NoticeId })
const page = listStaffNotices.input.shape

/** T8: the notices of the session's city. */
export const noticeDeskRoutes = [
  route(
    {
      method: 'get',
      path: '/api/staff/notices',
      summary: '市のお知らせのすべて（期間の外のもの、取り下げたものも）',
      access: 'staff',
      query: z.strictObject({ after: page.after, limit: wholeNumber(page.limit.unwrap()).optional() }),
      answers: listStaffNotices,
    },
    ({ call, actor, query }) => call(listStaffNotices, { actor, ...query }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/notices',
      summary: 'お知らせを出す',
      access: 'staff',
      body: NoticeWords.extend(publishNotice.input.pick({ noticeId: true }).shape).strict(),
      answers: publishNotice,
      status: 201,
    },
    ({ call, actor, body }) => call(publishNotice, { actor, cityId: actor.cityId, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/notices/{noticeId}',
      summary: 'お知らせを書き直す。取り下げたものはまた出る',
      access: 'staff',
      params: ofNotice,
      body: NoticeWords.strict(),
      answers: reviseNotice,
    },
    ({ call, actor, params, body }) => call(reviseNotice, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/notices/{noticeId}/withdraw',
      summary: 'お知らせを取り下げる',
      access: 'staff',
      params: ofNotice,
      body: z.strictObject({}),
      answers: withdrawNotice,
    },
    ({ call, actor, params }) => call(withdrawNotice, { actor, ...params }),
  ),
] as const
