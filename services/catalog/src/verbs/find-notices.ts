import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listNotices } from '@asaichi/contract/notices.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findCity } from '../store/cities.ts'
import { newestNotices } from '../store/notices.ts'
import { findVenue } from '../store/venues.ts'

/** S2: a page of the city's and its facilities' notices. */
export async function findNotices(
  { db }: Context,
  { cityId, venueId, after, limit }: z.output<typeof listNotices.input>,
): Promise<OutcomeOf<typeof listNotices>> {
  if (!(await findCity(db, cityId))) return refuse('not-found')
  if (venueId !== undefined && (await findVenue(db, venueId))?.cityId !== cityId) return refuse('not-found')
  const rows = await newestNotices(db, { cityId, venueId }, { after, limit: limit + 1 })
  const items = rows.slice(0, limit)
  return done({ items, next: rows.length > limit ? (items.at(-1)?.noticeId ?? null) : null })
}
