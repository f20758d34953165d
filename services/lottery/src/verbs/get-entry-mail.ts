import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getEntryMail as request } from '@asaichi/contract/lottery/entries.ts'
import { placeNamesOf } from '@asaichi/store/catalog-copy.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findPermission, findVenue } from '../store/copies.ts'
import { findEntry } from '../store/entries.ts'
import type { Tables } from '../store/schema.ts'
import { shownEntry } from '../store/shown-entry.ts'

/** For notification, which asks at send time: mail D, and after the hour E or F. */
export async function getEntryMail(
  db: Kysely<Tables>,
  { entryId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const entry = await findEntry(db, entryId)
  const wish = entry?.wishes[entry.wonWish ?? 0]
  if (!entry || !wish) return refuse('not-found')
  const venues = await Promise.all(
    [...new Set(entry.wishes.map(({ venueId }) => venueId))].map(venueId => findVenue(db, venueId)),
  )
  const known = venues.filter(venue => venue !== undefined)
  const venue = known.find(({ venueId }) => venueId === wish.venueId)
  const shown = shownEntry(entry)
  // First come opens later for some, which the mail of a loss names.
  const classId = shown.status === 'lost' ? (await findPermission(db, entry))?.classId : null
  return done({
    ...shown,
    ...(classId && { classId }),
    venueId: wish.venueId,
    venueAddress: venue?.address ?? '',
    placeNames: known.flatMap(placeNamesOf),
  })
}
