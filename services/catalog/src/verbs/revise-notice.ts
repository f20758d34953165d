import type { reviseNotice as request } from '@asaichi/contract/catalog/staff.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayTell } from '../domain/writer.ts'
import { findNotice, updateNotice, withoutState } from '../store/notices.ts'
import { findVenue } from '../store/venues.ts'

/** T8: other words, period or urgency for a notice of the own city. */
export function reviseNotice(
  { db }: Context,
  { actor, noticeId, ...words }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const known = await findNotice(tx, noticeId)
    if (!known || !mayTell(actor, known.cityId)) return refuse('not-found')
    const { cityId } = known
    if (words.venueId !== null && (await findVenue(tx, words.venueId))?.cityId !== cityId)
      return refuse('not-found')
    await updateNotice(tx, { noticeId, cityId, ...words })
    const revised = await findNotice(tx, noticeId)
    if (!revised) throw new Error('a notice vanished while it was revised')
    return done(withoutState(revised))
  })
}
