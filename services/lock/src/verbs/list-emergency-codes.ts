import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listEmergencyCodes as request } from '@asaichi/contract/lock/emergency.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { emergencyState } from '../domain/emergency.ts'
import { findActs, findEmergencyDoors, findLastChange } from '../store/emergency.ts'
import { findStore, keepsSpares } from '../store/spares.ts'

/** V13, V14, T12: which venues have numbers for an emergency and in store, and what was done with them. */
export async function listEmergencyCodes(
  { db }: Pick<Context, 'db'>,
  { actor }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const now = await townNow(db)
  const doors = await findEmergencyDoors(db, { cityId: actor.cityId })
  const byVenue = Map.groupBy(doors, ({ venueId }) => venueId)
  const store = await findStore(
    db,
    doors.map(({ lockId }) => lockId),
  )
  const ready = Map.groupBy(
    store.filter(({ isOnLock }) => isOnLock),
    ({ lockId }) => lockId,
  )
  const items = await Promise.all(
    byVenue.entries().map(async ([venueId, doors]) => ({
      venueId,
      lastChange: await findLastChange(db, venueId),
      keepsSpares: await keepsSpares(db, venueId),
      doors: doors.map(({ lockId, doorName, from, isOnLock, result }) => {
        const code = from === null || isOnLock === null ? undefined : { from, isOnLock, result }
        return { lockId, doorName, state: emergencyState(code, now), spares: ready.get(lockId)?.length ?? 0 }
      }),
      acts: await findActs(db, venueId),
    })),
  )
  return done({ items })
}
