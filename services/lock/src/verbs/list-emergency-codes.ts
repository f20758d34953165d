import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listEmergencyCodes as request } from '@asaichi/contract/lock/emergency.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { emergencyState } from '../domain/emergency.ts'
import { findActs, findEmergencyDoors, findLastChange } from '../store/emergency.ts'

/** V13, T12: which venues have numbers for an emergency, and what was done with them. */
export async function listEmergencyCodes(
  { db }: Pick<Context, 'db'>,
  { actor }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const now = await townNow(db)
  const byVenue = Map.groupBy(
    await findEmergencyDoors(db, { cityId: actor.cityId }),
    ({ venueId }) => venueId,
  )
  const items = await Promise.all(
    byVenue.entries().map(async ([venueId, doors]) => ({
      venueId,
      lastChange: await findLastChange(db, venueId),
      doors: doors.map(({ lockId, doorName, from, isOnLock, result }) => {
        const code = from === null || isOnLock === null ? undefined : { from, isOnLock, result }
        return { lockId, doorName, state: emergencyState(code, now) }
      }),
      acts: await findActs(db, venueId),
    })),
  )
  return done({ items })
}
