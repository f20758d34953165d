import { daysBetween } from '@asaichi/calendar/local-date.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listHolds as request } from '@asaichi/contract/reservation/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findHolds } from '../store/holds.ts'
import type { Tables } from '../store/schema.ts'

const MOST_DAYS = 62

/** G13: who held what and why, also after it was given back. */
export async function listHolds(
  db: Kysely<Tables>,
  { actor, venueId, from, to }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  if (from > to || daysBetween(from, to) >= MOST_DAYS) return refuse('span-not-valid')
  return done({ items: await findHolds(db, actor.cityId, { venueId, from, to }) })
}
