import type { searchVenues as request, Venue } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findCity } from '../store/cities.ts'
import { searchVenueDocuments } from '../store/venue-search.ts'

// An answer on the bus ends at 1 MiB, and one character is at most three bytes.
const MOST_CHARACTERS = 300_000

/** S4: a page of facilities; a page of very large documents ends early and `next` goes on. */
export async function searchVenues(
  { db }: Context,
  { after, limit, ...wishes }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (!(await findCity(db, wishes.cityId))) return refuse('not-found')
  const rows = await searchVenueDocuments(db, wishes, { after, limit: limit + 1 })
  const items = fitting(rows.slice(0, limit))
  return done({ items, next: rows.length > items.length ? (items.at(-1)?.venueId ?? null) : null })
}

function fitting(venues: readonly Venue[]): Venue[] {
  const items: Venue[] = []
  let characters = 0
  for (const venue of venues) {
    characters += JSON.stringify(venue).length
    if (characters > MOST_CHARACTERS && items.length > 0) break
    items.push(venue)
  }
  return items
}
