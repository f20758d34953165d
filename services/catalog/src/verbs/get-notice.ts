import type { getNotice as request } from '@asaichi/contract/catalog/notices.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { citiesWithStops } from '../store/cities.ts'
import { findNotice, withoutState } from '../store/notices.ts'
import { stopsNear } from './stops-near.ts'

/** A withdrawn notice, or one outside its period, is not there for the public. */
export async function getNotice(
  { db }: Context,
  { noticeId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const notice = await findNotice(db, noticeId)
  if (notice) return notice.shown ? done(withoutState(notice)) : refuse('not-found')
  const now = await townNow(db)
  const stops = (await citiesWithStops(db)).flatMap(city => stopsNear(city, now))
  const stop = stops.find(each => each.noticeId === noticeId)
  return stop ? done(stop) : refuse('not-found')
}
