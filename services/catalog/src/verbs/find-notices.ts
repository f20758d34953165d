import type { getNotice, listNotices } from '@asaichi/contract/catalog/notices.ts'
import type { listStaffNotices } from '@asaichi/contract/catalog/staff.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findCity } from '../store/cities.ts'
import { allNotices, findNotice, newestNotices, withoutState } from '../store/notices.ts'
import { findVenue } from '../store/venues.ts'

/** S2: a page of the city's and its facilities' notices. */
export async function findNotices(
  { db }: Context,
  { cityId, venueId, after, limit }: z.output<typeof listNotices.input>,
): Promise<OutcomeOf<typeof listNotices>> {
  if (!(await findCity(db, cityId))) return refuse('not-found')
  if (venueId !== undefined && (await findVenue(db, venueId))?.cityId !== cityId) return refuse('not-found')
  return done(pageOf(await newestNotices(db, { cityId, venueId }, { after, limit: limit + 1 }), limit))
}

/** A withdrawn notice, or one outside its period, is not there for the public. */
export async function findShownNotice(
  { db }: Context,
  { noticeId }: z.output<typeof getNotice.input>,
): Promise<OutcomeOf<typeof getNotice>> {
  const notice = await findNotice(db, noticeId)
  return notice?.shown ? done(withoutState(notice)) : refuse('not-found')
}

/** T8: everything the city has written. */
export async function findStaffNotices(
  { db }: Context,
  { actor, after, limit }: z.output<typeof listStaffNotices.input>,
): Promise<OutcomeOf<typeof listStaffNotices>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  return done(pageOf(await allNotices(db, actor.cityId, { after, limit: limit + 1 }), limit))
}

// One row more than asked for says whether there is another page.
function pageOf<N extends { readonly noticeId: string }>(rows: readonly N[], limit: number) {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.noticeId ?? null) : null }
}
