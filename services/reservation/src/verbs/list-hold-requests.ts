import { localDateOf } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listHoldRequests as request } from '@asaichi/contract/reservation/hold-requests.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { findHoldRequests } from '../store/hold-requests.ts'
import type { Tables } from '../store/schema.ts'

/** P7: what waits for a second person, and what one has allowed. */
export async function listHoldRequests(
  db: Kysely<Tables>,
  { actor }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const rows = await findHoldRequests(db, actor.cityId, localDateOf(await townNow(db)))
  return done({
    items: rows.map(({ minutes, ...row }) => ({
      ...row,
      isOwn: row.askedBy === actor.personId,
      hours: minutes / 60,
    })),
  })
}
