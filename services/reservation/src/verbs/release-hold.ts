import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { releaseHold as request } from '@asaichi/contract/reservation/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { lockDay } from '../store/days.ts'
import { endHold, findHold } from '../store/holds.ts'
import type { Tables } from '../store/schema.ts'
import { freeTime } from './free-time.ts'

/** G13: the city gives back what it held, and it reopens as a cancelled booking does (G4), so that no friend is told when to press. */
export function releaseHold(
  db: Kysely<Tables>,
  { actor, occupancyId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const hold = await findHold(tx, occupancyId)
    if (!hold || hold.cityId !== actor.cityId) return refuse('not-found')
    const { now } = await lockDay(tx, hold)
    await freeTime(tx, { occupancyId, ...hold }, { now })
    await endHold(tx, occupancyId, { by: actor.personId, at: now })
    return done({})
  })
}
