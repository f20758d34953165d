import { daysBetween } from '@asaichi/calendar/local-date.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listRounds as request } from '@asaichi/contract/lottery/rounds.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { isOfOurTime } from '../domain/judge-window.ts'
import { findRounds } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'

const MOST_DAYS = 62

/** Rounds whose dates touch the span, both ends included. */
export async function listRounds(
  db: Kysely<Tables>,
  { cityId, from, to }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const isSpan = isOfOurTime(from) && isOfOurTime(to) && from <= to && daysBetween(from, to) < MOST_DAYS
  if (!isSpan) return refuse('span-not-valid')
  const records = await findRounds(db, { cityId, from, to })
  return done({ items: records.map(({ round }) => round) })
}
