import type { listNotices as request } from '@asaichi/contract/catalog/notices.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { pageOfNotices } from '../domain/notice-page.ts'
import { findCity } from '../store/cities.ts'
import { newestNotices } from '../store/notices.ts'
import { findVenue } from '../store/venues.ts'

/** S2: a page of the city's and its facilities' notices. */
export async function listNotices(
  { db }: Context,
  { cityId, venueId, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (!(await findCity(db, cityId))) return refuse('not-found')
  if (venueId !== undefined && (await findVenue(db, venueId))?.cityId !== cityId) return refuse('not-found')
  return done(pageOfNotices(await newestNotices(db, { cityId, venueId }, { after, limit: limit + 1 }), limit))
}
