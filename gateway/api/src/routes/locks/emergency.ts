import { getVenue } from '@asaichi/contract/catalog/venue.ts'
import { done } from '@asaichi/contract/define.ts'
import { VenueId } from '@asaichi/contract/ids.ts'
import {
  changeEmergencyCodes,
  EmergencyVenue,
  listEmergencyCodes,
  showEmergencyCodes,
} from '@asaichi/contract/lock/emergency.ts'
import { z } from 'zod'
import { route } from '../../http/route.ts'

const ofVenue = z.object({ venueId: VenueId })
const List = z.object({ items: z.array(EmergencyVenue.extend({ venueName: z.string() })) })

/** V13, T12: numbers for an emergency. Staff see how far they are; the numbers are an admin's, with a fresh second factor. */
export const emergencyRoutes = [
  route(
    {
      method: 'get',
      path: '/api/staff/emergency-codes',
      summary: '非常用の番号の様子と記録（番号そのものは出ない）',
      access: 'staff',
      answers: { output: List, refusals: listEmergencyCodes.refusals },
    },
    async ({ call, actor }) => {
      const listed = await call(listEmergencyCodes, { actor })
      if (!listed.ok) return listed
      const items = await Promise.all(
        listed.value.items.map(async item => {
          const venue = await call(getVenue, { venueId: item.venueId })
          return { ...item, venueName: venue.ok ? venue.value.name : item.venueId }
        }),
      )
      return done({ items })
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/venues/{venueId}/emergency-codes',
      summary: '施設の非常用の番号を作り直す、またはなくす。前の番号は使えなくなる',
      access: 'admin',
      params: ofVenue,
      body: changeEmergencyCodes.input.omit({ actor: true, venueId: true }).strict(),
      answers: changeEmergencyCodes,
    },
    ({ call, actor, params, body }) => call(changeEmergencyCodes, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/venues/{venueId}/emergency-codes/show',
      summary: '印刷のために非常用の番号を見る。見たことは記録に残る',
      access: 'admin',
      params: ofVenue,
      body: z.strictObject({}),
      answers: showEmergencyCodes,
    },
    ({ call, actor, params }) => call(showEmergencyCodes, { actor, ...params }),
  ),
] as const
