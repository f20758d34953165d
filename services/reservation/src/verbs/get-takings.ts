import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getTakings as request } from '@asaichi/contract/reservation/money.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findTakings } from '../store/bill-lists.ts'
import type { Tables } from '../store/schema.ts'

/** T10: a day's money by means. */
export async function getTakings(
  db: Kysely<Tables>,
  { actor, date }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const means = await findTakings(db, actor.cityId, date)
  const sum = (of: 'received' | 'refunded') => means.reduce((total, each) => total + each[of], 0)
  return done({ date, means: [...means], received: sum('received'), refunded: sum('refunded') })
}
