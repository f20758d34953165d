import { done } from '@asaichi/contract/define.ts'
import { LockId, ReservationId } from '@asaichi/contract/ids.ts'
import { getKeyState, listDoorCodes, reissueCodes, resyncDoor } from '@asaichi/contract/lock/staff.ts'
import { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { listBookingsById } from '@asaichi/contract/reservation/search.ts'
import { z } from 'zod'
import { route } from '../../http/route.ts'

const ofDoor = z.object({ lockId: LockId })
const ofReservation = z.object({ reservationId: ReservationId })
const Booking = Reservation.pick({
  number: true,
  venueId: true,
  venueName: true,
  spaceName: true,
  personId: true,
  eventName: true,
  date: true,
  from: true,
  to: true,
})
const DoorCodes = z.object({
  items: z.array(
    listDoorCodes.output.shape.items.element.extend({
      booking: Booking.nullable().describe('whose code it is'),
    }),
  ),
})

/** T12: what staff may do to a door's codes; the digits are never shown to them. */
export const lockDeskRoutes = [
  route(
    {
      method: 'get',
      path: '/api/staff/doors/{lockId}/codes',
      summary: 'ある扉で使える鍵の番号の様子（番号そのものは出ない）',
      access: 'staff',
      params: ofDoor,
      answers: { output: DoorCodes, refusals: listDoorCodes.refusals },
    },
    async ({ call, actor, params }) => {
      const codes = await call(listDoorCodes, { actor, ...params })
      if (!codes.ok) return codes
      const reservationIds = [...new Set(codes.value.items.map(({ reservationId }) => reservationId))]
      const bookings = await call(listBookingsById, { actor, reservationIds })
      if (!bookings.ok) return bookings
      const byId = new Map(bookings.value.items.map(booking => [booking.reservationId, booking]))
      const items = codes.value.items.map(code => ({
        ...code,
        booking: byId.get(code.reservationId) ?? null,
      }))
      return done({ items })
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/reservations/{reservationId}/key',
      summary: '予約の鍵の様子と、扉で最後に押された番号の結果（番号そのものは出ない）',
      access: 'staff',
      params: ofReservation,
      answers: getKeyState,
    },
    ({ call, actor, params }) => call(getKeyState, { actor, ...params }),
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
      summary: '予約の鍵の番号を作り直す。前の番号は使えなくなり、新しい番号がメールで届く',
      access: 'staff',
      params: ofReservation,
      body: z.strictObject({}),
      answers: reissueCodes,
    },
    ({ call, actor, params }) => call(reissueCodes, { actor, ...params }),
  ),
] as const
