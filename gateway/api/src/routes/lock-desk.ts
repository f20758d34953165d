import { LockId, ReservationId } from '@asaichi/contract/ids.ts'
import { listDoorCodes, reissueCodes, resyncDoor } from '@asaichi/contract/lock/staff.ts'
import { z } from 'zod'
import { route } from '../http/route.ts'

const ofDoor = z.object({ lockId: LockId })

/** T12: what staff may do to a door's codes; the digits are never shown to them. */
export const lockDeskRoutes = [
  route(
    {
      method: 'get',
      path: '/api/staff/doors/{lockId}/codes',
      summary: 'ある扉で使える暗証番号の様子（番号そのものは出ない）',
      access: 'staff',
      params: ofDoor,
      answers: listDoorCodes,
    },
    ({ call, actor, params }) => call(listDoorCodes, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/doors/{lockId}/resync',
      summary: '扉の鍵に今の内容をもう一度送る',
      access: 'staff',
      params: ofDoor,
      body: z.strictObject({}),
      answers: resyncDoor,
      status: 202,
    },
    ({ call, actor, params }) => call(resyncDoor, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/{reservationId}/reissue-codes',
      summary: '予約の暗証番号を作り直す。前の番号は使えなくなり、新しい番号がメールで届く',
      access: 'staff',
      params: z.object({ reservationId: ReservationId }),
      body: z.strictObject({}),
      answers: reissueCodes,
    },
    ({ call, actor, params }) => call(reissueCodes, { actor, ...params }),
  ),
] as const
