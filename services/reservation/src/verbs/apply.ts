import { isTransient } from '@asaichi/bus/transient.ts'
import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { apply as request } from '@asaichi/contract/reservation/reservation.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { busy } from '../desk/answer.ts'
import { attemptOf } from '../desk/attempt-of.ts'

/** M22–M25: first-come. The desk of the venue's day decides; nothing on this way asks another service. */
export async function apply(
  { desks, listings }: Pick<Context, 'desks' | 'listings'>,
  { actor, key, application }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const found = listings.find(application.listingId)
  const bookable = found instanceof Promise ? await found : found
  if (!bookable) return refuse('unknown-listing')
  try {
    return await desks.submit(
      { venueId: bookable.venue.venueId, date: application.date },
      attemptOf({ personId: actor.personId, cityId: bookable.venue.cityId, key, application }),
    )
  } catch (error) {
    // Whether the commit happened is not known; the same key tells when it is pressed again (D5). Desks has told of the error.
    if (isTransient(error)) return busy()
    throw error
  }
}
