import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { searchBookings as request } from '@asaichi/contract/reservation/search.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { eventWords } from '../domain/event-words.ts'
import type { Tables } from '../store/schema.ts'
import { findSought } from '../store/search.ts'

const MOST = 20

/** T14 */
export async function searchBookings(
  db: Kysely<Tables>,
  { actor, query, personIds }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const words = eventWords(query)
  const number = /^\d{6}$/.test(words) ? words : undefined
  const sought = { number, words: words === '' ? undefined : words, personIds, limit: MOST + 1 }
  const rows = await findSought(db, actor.cityId, sought)
  return done({ items: rows.slice(0, MOST), more: rows.length > MOST })
}
