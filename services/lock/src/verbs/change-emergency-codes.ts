import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { EMERGENCY_DIGITS, type changeEmergencyCodes as request } from '@asaichi/contract/lock/emergency.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context, SecretWork } from '../context.ts'
import { always } from '../domain/emergency.ts'
import { revokeEmergencyCodes } from '../store/codes.ts'
import { cityOfVenue, findEmergencyDoors, findLastChange, recordAct } from '../store/emergency.ts'
import { type Lock, lockLocks } from '../store/locks.ts'
import { storeCodes } from './draw-codes.ts'
import { reviseSets } from './revise-sets.ts'

/** V13: numbers that always open, for whoever keeps them on paper; the ones before end at once. */
export function changeEmergencyCodes(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  { actor, venueId, per, lastChange }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role !== 'admin') return refuse('not-allowed')
    const { cityId, personId: staffId } = actor
    if ((await cityOfVenue(tx, venueId)) !== cityId) return refuse('not-found')
    const held = await lockLocks(tx, lockIdsOf(await findEmergencyDoors(tx, { venueId })))
    // Asked again: a door may have been taken out of the venue while its lock was waited for.
    const doors = await findEmergencyDoors(tx, { venueId })
    const lockIds = lockIdsOf(doors)
    const locks = held.filter(lock => lockIds.includes(lock.lockId))
    if (locks.length === 0) return refuse('not-found')
    // The locks are held: of two presses at once the second sees the first.
    if ((await findLastChange(tx, venueId)) !== lastChange) return refuse('changed-meanwhile')
    const short = locks.find(lock => lock.pin.max < EMERGENCY_DIGITS)
    const doorName = doors.find(door => door.lockId === short?.lockId)?.doorName
    if (per !== 'none' && doorName !== undefined) return refuse('keypad-too-short', { doorName })
    const now = await townNow(tx)
    await revokeEmergencyCodes(tx, lockIdsOf(locks), now)
    await draw({ tx, secrets }, groups(locks, per), now)
    await reviseSets(tx, lockIdsOf(locks))
    const act = per === 'none' ? 'ended' : 'changed'
    await recordAct(tx, { venue_id: venueId, act, staff_id: staffId, lock_id: null, at: now })
    return done({ doors: per === 'none' ? 0 : locks.length })
  })
}

function lockIdsOf(doors: readonly { readonly lockId: string }[]): readonly string[] {
  return doors.map(({ lockId }) => lockId)
}

/** The doors that share one number. */
function groups(
  locks: readonly Lock[],
  per: z.output<typeof request.input>['per'],
): readonly (readonly Lock[])[] {
  switch (per) {
    case 'venue':
      return [locks]
    case 'door':
      return locks.map(lock => [lock])
    case 'none':
      return []
  }
}

async function draw(work: SecretWork, sharing: readonly (readonly Lock[])[], now: string): Promise<void> {
  for (const locks of sharing)
    await storeCodes(work, {
      kind: 'emergency',
      reservationId: null,
      locks,
      window: always(now),
      digits: EMERGENCY_DIGITS,
    })
}
