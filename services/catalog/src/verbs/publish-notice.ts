import { emit } from '@asaichi/bus/emit.ts'
import { noticePublished } from '@asaichi/contract/catalog/notices.ts'
import { publishNotice as request } from '@asaichi/contract/catalog/staff.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayTell } from '../domain/writer.ts'
import { findCity } from '../store/cities.ts'
import { findNotice, insertNotice, type WrittenNotice } from '../store/notices.ts'
import { findVenue } from '../store/venues.ts'

const FACTS = ['cityId', 'venueId', 'date', 'title', 'body', 'urgent', 'showFrom', 'showUntil'] as const

/** S2: a notice of the city, or of one of its facilities. */
export async function publishNotice(
  { db }: Context,
  { actor, noticeId = newId(), ...words }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const notice: WrittenNotice = { noticeId, ...words }
  const { cityId, venueId } = notice
  if (!mayTell(actor, cityId)) return refuse('not-allowed')
  return db.transaction().execute(async tx => {
    if (!(await findCity(tx, cityId))) return refuse('not-found')
    if (venueId !== null && (await findVenue(tx, venueId))?.cityId !== cityId) return refuse('not-found')
    if (!(await insertNotice(tx, notice)))
      return isSame(await findNotice(tx, noticeId), notice)
        ? done({ noticeId })
        : refuse('id-used-differently')
    await emit(tx, noticePublished, {
      aggregateId: noticeId,
      version: 1,
      data: { noticeId, cityId, venueId },
    })
    return done({ noticeId })
  })
}

function isSame(known: WrittenNotice | undefined, asked: WrittenNotice): boolean {
  return known !== undefined && FACTS.every(fact => known[fact] === asked[fact])
}
