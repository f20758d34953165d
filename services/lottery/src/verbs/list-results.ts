import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listResults as request } from '@asaichi/contract/lottery/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { nextOf } from '../domain/next-page.ts'
import { isStaffOf } from '../domain/staff-of.ts'
import { findAlikeEntries } from '../store/alike.ts'
import { listOfRound } from '../store/entries.ts'
import { findRound } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { shownEntry } from '../store/shown-entry.ts'

/** Staff: person by person, after the hour. */
export async function listResults(
  db: Kysely<Tables>,
  { actor, roundId, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const record = await findRound(db, roundId)
  if (!record || !isStaffOf(actor, record.round)) return refuse('not-found')
  if (record.round.status !== 'published')
    return refuse('not-published-yet', { publishedAt: record.round.drawAt })
  const entries = await listOfRound(db, roundId, { statuses: ['won', 'lost', 'void'], after, limit })
  const alike = await findAlikeEntries(db, roundId)
  const items = entries.map(entry => ({ ...shownEntry(entry), alike: alike.has(entry.entryId) }))
  return done({ items, next: nextOf(entries, limit) })
}
