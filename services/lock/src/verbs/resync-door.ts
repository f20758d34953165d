import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { resyncDoor as request } from '@asaichi/contract/lock/staff.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { cityOfDoor } from '../store/board.ts'
import { lockLocks, notifyPublisher } from '../store/locks.ts'
import { nextSet } from './revise-sets.ts'

/** T12: the same codes under the next revision, so that gateway and lock take the set anew. */
export function resyncDoor(
  { db }: Pick<Context, 'db'>,
  { actor, lockId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    if ((await cityOfDoor(tx, lockId)) !== actor.cityId) return refuse('not-found')
    const [lock] = await lockLocks(tx, [lockId])
    if (!lock) return refuse('not-found')
    await nextSet(tx, lock, await townNow(tx))
    await notifyPublisher(tx)
    return done({ rev: lock.rev + 1 })
  })
}
