import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getAnswersWantedMail as request } from '@asaichi/contract/reservation/unanswered.ts'
import { placeNamesOf } from '@asaichi/store/catalog-copy.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findVenue } from '../store/copies.ts'
import type { Tables } from '../store/schema.ts'
import { findWarned } from '../store/unanswered.ts'

const MOST = 20

/** For notification, which asks when it sends: mail N. */
export async function getAnswersWantedMail(
  db: Kysely<Tables>,
  { venueId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const venue = await findVenue(db, venueId)
  if (!venue) return refuse('not-found')
  const found = await findWarned(db, { cityId: venue.cityId, venueId, limit: MOST })
  return done({
    venueName: venue.name,
    placeNames: placeNamesOf(venue),
    total: found[0]?.total ?? 0,
    items: found.map(({ total: _, ...item }) => item),
  })
}
