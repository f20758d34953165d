import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { searchActs as request } from '@asaichi/contract/identity/acts.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { SEARCHES_PER_STAFF } from '../domain/limits.ts'
import { findActs } from '../store/audit.ts'
import { isSearchAllowed } from './search-budget.ts'

/** V4: an admin looks through what was done in the own city. It names people, so it counts as a search of them, and stands in the log too. */
export async function searchActs(
  { db }: Context,
  { actor, ...query }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role !== 'admin') return refuse('not-allowed')
  if (actor.cityId !== query.cityId) return refuse('not-found')
  if (!(await isSearchAllowed(db, actor)))
    return refuse('too-many-attempts', { retryAfterSeconds: SEARCHES_PER_STAFF.seconds })
  const rows = await findActs(db, { ...query, limit: query.limit + 1 })
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return done({
    items: page.map(({ at, act, role, actorId, actorName, subjectId, subjectName, aboutId }) => ({
      at,
      act,
      role,
      by: actorId === null ? null : { personId: actorId, name: actorName },
      about: { personId: subjectId, name: subjectName },
      reservationId: act === 'enter-for' ? null : aboutId,
      entryId: act === 'enter-for' ? aboutId : null,
    })),
    next: last ? String(last.seq) : null,
  })
}
