import { getBoard, getVenueDay, listRoomClosings } from '@asaichi/contract/catalog/venue-day.ts'
import { VenueId } from '@asaichi/contract/ids.ts'
import { LocalDate } from '@asaichi/contract/time.ts'
import { z } from 'zod'
import { openReply } from '../http/open-reply.ts'
import type { Reply } from '../http/responder.ts'
import { route } from '../http/route.ts'

/** All rooms of a venue side by side, for a day and for this moment; nobody's name is in either (M22). */
export const venueDayRoutes = [
  route(
    {
      method: 'get',
      path: '/api/venues/{venueId}/days/{date}',
      summary: '施設のすべての部屋の1日の空き状況',
      access: 'anyone',
      open: true,
      params: z.object({ venueId: VenueId, date: LocalDate }),
      answers: getVenueDay,
    },
    ({ call, params }) => call(getVenueDay, params),
    (value, { clock }) => timed(value, clock.now()),
  ),
  route(
    {
      method: 'get',
      path: '/api/venues/{venueId}/days',
      summary: '施設のすべての部屋の、予約できる最初の日の空き状況',
      access: 'anyone',
      open: true,
      params: z.object({ venueId: VenueId }),
      answers: getVenueDay,
    },
    ({ call, params }) => call(getVenueDay, params),
    (value, { clock }) => timed(value, clock.now()),
  ),
  route(
    {
      method: 'get',
      path: '/api/venues/{venueId}/board',
      summary: '施設の今の様子（館内の表示板のため）。名前や催しの名は入っていない',
      access: 'anyone',
      open: true,
      params: z.object({ venueId: VenueId }),
      answers: getBoard,
    },
    ({ call, params }) => call(getBoard, params),
    (value, { clock }) => timed(value, clock.now()),
  ),
  route(
    {
      method: 'get',
      path: '/api/venues/{venueId}/closings',
      summary: '職員が入れた、これからの部屋の休止（100件まで）',
      access: 'anyone',
      open: true,
      params: z.object({ venueId: VenueId }),
      answers: listRoomClosings,
    },
    ({ call, params }) => call(listRoomClosings, params),
    openReply,
  ),
] as const

// The time stands beside the text, so that the tag tells whether anything but the time has changed.
function timed(value: object, now: string): Reply {
  const { headers, ...reply } = openReply(value)
  return { ...reply, headers: { ...headers, 'cache-control': 'public, max-age=2', 'server-time': now } }
}
