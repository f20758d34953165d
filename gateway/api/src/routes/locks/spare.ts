import { ReservationId, VenueId } from '@asaichi/contract/ids.ts'
import { giveSpareCode, keepSpareCodes } from '@asaichi/contract/lock/spare.ts'
import { z } from 'zod'
import { route } from '../../http/route.ts'

/** V14: numbers in store. Staff see one when they give it to a booking, with a fresh second factor, and not again. */
export const spareRoutes = [
  route(
    {
      method: 'post',
      path: '/api/staff/venues/{venueId}/spare-codes',
      summary: '施設の扉に予備番号を用意する、または用意をやめる',
      access: 'admin',
      params: z.object({ venueId: VenueId }),
      body: keepSpareCodes.input.pick({ keeps: true }).strict(),
      answers: keepSpareCodes,
    },
    ({ call, actor, params, body }) => call(keepSpareCodes, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/{reservationId}/spare-codes',
      summary: '予約に、ある扉の予備番号を渡す。番号はこの答えに一度だけ出て、本人にはメールで届く',
      access: 'staff',
      params: z.object({ reservationId: ReservationId }),
      body: giveSpareCode.input.pick({ lockId: true }).strict(),
      answers: giveSpareCode,
    },
    ({ call, actor, params, body }) => call(giveSpareCode, { actor, ...params, ...body }),
  ),
] as const
