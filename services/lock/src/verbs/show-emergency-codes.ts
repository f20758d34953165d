import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { showEmergencyCodes as request } from '@asaichi/contract/lock/emergency.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { cityOfVenue, findEmergencyDoors, recordAct } from '../store/emergency.ts'

/** V13: for the sheet that is printed. Whoever looks is written down first. */
export function showEmergencyCodes(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  { actor, venueId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role !== 'admin') return refuse('not-allowed')
    const { cityId, personId: staffId } = actor
    if ((await cityOfVenue(tx, venueId)) !== cityId) return refuse('not-found')
    const at = await townNow(tx)
    await recordAct(tx, { venue_id: venueId, act: 'shown', staff_id: staffId, lock_id: null, at })
    const doors = await findEmergencyDoors(tx, { venueId })
    return done({
      shownAt: at,
      doors: doors.flatMap(({ codeId, sealed, lockId, doorName, ...door }) =>
        codeId === null || sealed === null
          ? []
          : [{ lockId, doorName, code: secrets.open({ ...door, lockId, codeId }, sealed) }],
      ),
    })
  })
}
