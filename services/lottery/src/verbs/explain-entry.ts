import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { explainEntry as request } from '@asaichi/contract/lottery/entries.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { isStaffOf } from '../domain/staff-of.ts'
import type { Explanations } from '../explanations.ts'
import { findEntry } from '../store/entries.ts'
import type { Tables } from '../store/schema.ts'

/** V1: "your entry, your rank, how to check", for its owner and the city's staff. */
export async function explainEntry(
  db: Kysely<Tables>,
  explanations: Explanations,
  { actor, entryId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const entry = await findEntry(db, entryId)
  if (!entry || (entry.personId !== actor.personId && !isStaffOf(actor, entry))) return refuse('not-found')
  if (entry.status === 'entered') return refuse('not-published-yet', { publishedAt: entry.drawAt })
  const explanation = await explanations.explain(entry.roundId, entryId)
  return explanation ? done(explanation) : refuse('not-found')
}
