import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type {
  getEntryMail as mailRequest,
  listMyEntries as mineRequest,
} from '@asaichi/contract/lottery/entries.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findVenue } from '../store/copies.ts'
import { findEntry, listOfPerson } from '../store/entries.ts'
import type { Tables } from '../store/schema.ts'
import { shownEntry } from './show-entry.ts'

/** M28: newest first. */
export async function listMyEntries(
  db: Kysely<Tables>,
  { actor, after, limit }: z.output<typeof mineRequest.input>,
): Promise<OutcomeOf<typeof mineRequest>> {
  const [at = '', entryId = ''] = after?.split('_') ?? []
  const before = after === undefined ? undefined : { at, entryId }
  const items = await listOfPerson(db, actor.personId, { before, limit })
  const last = items.length === limit ? items.at(-1) : undefined
  return done({ items: items.map(shownEntry), next: last ? `${last.enteredAt}_${last.entryId}` : null })
}

/** For notification, which asks at send time: mail D, and after the hour E or F. */
export async function getEntryMail(
  db: Kysely<Tables>,
  { entryId }: z.output<typeof mailRequest.input>,
): Promise<OutcomeOf<typeof mailRequest>> {
  const entry = await findEntry(db, entryId)
  const wish = entry?.wishes[entry.wonWish ?? 0]
  if (!entry || !wish) return refuse('not-found')
  const venue = await findVenue(db, wish.venueId)
  return done({ ...shownEntry(entry), venueId: wish.venueId, venueAddress: venue?.address ?? '' })
}
