import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { listMyEntries as request } from '@asaichi/contract/lottery/entries.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { listOfPerson } from '../store/entries.ts'
import type { Tables } from '../store/schema.ts'
import { shownEntry } from '../store/shown-entry.ts'

/** M28: newest first. */
export async function listMyEntries(
  db: Kysely<Tables>,
  { actor, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const [at = '', entryId = ''] = after?.split('_') ?? []
  const before = after === undefined ? undefined : { at, entryId }
  const items = await listOfPerson(db, actor.personId, { before, limit })
  const last = items.length === limit ? items.at(-1) : undefined
  return done({ items: items.map(shownEntry), next: last ? `${last.enteredAt}_${last.entryId}` : null })
}
