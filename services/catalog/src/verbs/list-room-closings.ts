import type { listRoomClosings as request } from '@asaichi/contract/catalog/venue-day.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { closuresAhead } from '../store/occupancies.ts'
import { findVenue } from '../store/venues.ts'

/** M11: what a venue's page says beside the closures of its document. */
export async function listRoomClosings(
  db: Context['db'],
  { venueId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const venue = await findVenue(db, venueId)
  if (!venue) return refuse('not-found')
  return done({ items: [...(await closuresAhead(db, venue))] })
}
