import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { releaseHold as request } from '@asaichi/contract/reservation/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { lockDay } from '../store/days.ts'
import { endHold, findHold } from '../store/holds.ts'
import { release } from '../store/occupancies.ts'
import type { Tables } from '../store/schema.ts'
import { tellWatchers } from './tell-watchers.ts'

/** G13: the city gives back what it held; who held it and who gave it back stays on record. */
export function releaseHold(
  db: Kysely<Tables>,
  { actor, occupancyId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const hold = await findHold(tx, occupancyId)
    if (!hold || hold.cityId !== actor.cityId) return refuse('not-found')
    const { now } = await lockDay(tx, hold)
    const freed = await release(tx, occupancyId)
    if (freed) await tellWatchers(tx, freed)
    await endHold(tx, occupancyId, { by: actor.personId, at: now })
    return done({})
  })
}
