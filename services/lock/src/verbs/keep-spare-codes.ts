import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { keepSpareCodes as request } from '@asaichi/contract/lock/spare.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { cityOfVenue, findEmergencyDoors, recordAct } from '../store/emergency.ts'
import { lockLocks } from '../store/locks.ts'
import { setKeepsSpares } from '../store/spares.ts'
import { fillSpares } from './fill-spares.ts'
import { reviseSets } from './revise-sets.ts'

/** V14: an admin decides whether a venue's doors have numbers in store; pressed twice it is done once. */
export function keepSpareCodes(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  { actor, venueId, keeps }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role !== 'admin') return refuse('not-allowed')
    const { cityId, personId: staffId } = actor
    if ((await cityOfVenue(tx, venueId)) !== cityId) return refuse('not-found')
    if (!(await setKeepsSpares(tx, venueId, keeps))) return done({ keeps })
    const lockIds = (await findEmergencyDoors(tx, { venueId })).map(({ lockId }) => lockId)
    await fillSpares({ tx, secrets }, await lockLocks(tx, lockIds))
    await reviseSets(tx, lockIds)
    const act = keeps ? 'spares-kept' : 'spares-ended'
    await recordAct(tx, { venue_id: venueId, act, staff_id: staffId, lock_id: null, at: await townNow(tx) })
    return done({ keeps })
  })
}
