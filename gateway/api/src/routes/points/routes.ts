import { PersonId, ReservationId } from '@asaichi/contract/ids.ts'
import {
  getMyPoints,
  getPointsOf,
  markNoShow,
  PointId,
  waivePoints,
} from '@asaichi/contract/reservation/points.ts'
import { z } from 'zod'
import { route } from '../../http/route.ts'

/** G8: points for late cancels and for staying away, read by whom they are about, given and waived by staff. */
export const pointRoutes = [
  route(
    {
      method: 'get',
      path: '/api/me/points',
      summary: '自分の点と、点による利用停止の終わり',
      access: 'session',
      answers: getMyPoints,
    },
    ({ call, actor }) => call(getMyPoints, { actor }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/people/{personId}/points',
      summary: '利用者の点と、点による利用停止の終わり',
      access: 'staff',
      params: z.object({ personId: PersonId }),
      answers: getPointsOf,
    },
    ({ call, actor, params }) => call(getPointsOf, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/{reservationId}/no-show',
      summary: '利用が終わった予約に「来なかった」と記録する。本人に点がつき、メールで知らせる',
      access: 'staff',
      params: z.object({ reservationId: ReservationId }),
      body: z.strictObject({}),
      answers: markNoShow,
    },
    ({ call, actor, params }) => call(markNoShow, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/points/{pointId}/waive',
      summary: '点を理由をつけて免除する。「来なかった」の記録を取り消すときも同じ',
      access: 'staff',
      params: z.object({ pointId: PointId }),
      body: waivePoints.input.pick({ reason: true }).strict(),
      answers: waivePoints,
    },
    ({ call, actor, params, body }) => call(waivePoints, { actor, ...params, ...body }),
  ),
] as const
