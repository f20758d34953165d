import type { listNotices as request } from '@asaichi/contract/catalog/notices.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { pageOfNotices } from '../domain/notice-page.ts'
import { findCity } from '../store/cities.ts'
import { newestNotices } from '../store/notices.ts'
import { findVenue } from '../store/venues.ts'
import { stopsNear } from './stops-near.ts'

/** S2, G14: a page of the city's and its facilities' notices; its stops of service come before all of them. */
export async function listNotices(
  { db }: Context,
  { cityId, venueId, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const city = await findCity(db, cityId)
  if (!city) return refuse('not-found')
  if (venueId !== undefined && (await findVenue(db, venueId))?.cityId !== cityId) return refuse('not-found')
  const all = venueId === undefined && city.policy.serviceStops ? stopsNear(city, await townNow(db)) : []
  const place = all.findIndex(({ noticeId }) => noticeId === after)
  const stops = after === undefined || place >= 0 ? all.slice(place + 1) : []
  const page = { after: place >= 0 ? undefined : after, limit: limit + 1 }
  const written = await newestNotices(db, { cityId, venueId }, page)
  return done(pageOfNotices([...stops, ...written], limit))
}
