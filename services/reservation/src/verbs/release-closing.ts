import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { releaseClosing as request } from '@asaichi/contract/reservation/closings.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { endClosing, findClosing, heldOf } from '../store/closings.ts'
import { lockDays } from '../store/days.ts'
import { endHold } from '../store/holds.ts'
import type { Tables } from '../store/schema.ts'
import { freeTime } from './free-time.ts'

/** G13: takes a whole act back. */
export function releaseClosing(
  db: Kysely<Tables>,
  { actor, actId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const closing = await findClosing(tx, actId)
    if (!closing || closing.cityId !== actor.cityId) return refuse('not-found')
    await lockDays(tx, await heldOf(tx, actId))
    const now = await townNow(tx)
    const by = { by: actor.personId, at: now }
    for (const held of await heldOf(tx, actId)) {
      await freeTime(tx, held, { now })
      await endHold(tx, held.occupancyId, by)
    }
    await endClosing(tx, actId, by)
    return done({})
  })
}
