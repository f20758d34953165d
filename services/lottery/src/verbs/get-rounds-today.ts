import { instantAt, localDateOf } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getRoundsToday as todayRequest } from '@asaichi/contract/lottery/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { findRoundsDrawn } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'

const MOST_ROUNDS = 50

/** T1: a city's draws of today, in the city's calendar. */
export async function getRoundsToday(
  db: Kysely<Tables>,
  { actor }: z.output<typeof todayRequest.input>,
): Promise<OutcomeOf<typeof todayRequest>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const today = localDateOf(await townNow(db))
  const { open, rounds } = await findRoundsDrawn(db, {
    cityId: actor.cityId,
    from: instantAt(today, '00:00'),
    to: instantAt(today, '24:00'),
    limit: MOST_ROUNDS,
  })
  return done({ open, items: [...rounds] })
}
