import type { getVenue as request } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findVenue } from '../store/venues.ts'

export async function getVenue(
  { db }: Context,
  { venueId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const venue = await findVenue(db, venueId)
  return venue ? done(venue) : refuse('not-found')
}
