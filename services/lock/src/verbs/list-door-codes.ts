import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listDoorCodes as request } from '@asaichi/contract/lock/staff.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { isInSet } from '../domain/desired-set.ts'
import { doorCodeState } from '../domain/door-code-state.ts'
import { cityOfDoor, findLockCodes } from '../store/board.ts'

/** T12: staff see whose codes a door has, never the digits. */
export async function listDoorCodes(
  { db }: Pick<Context, 'db'>,
  { actor, lockId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  if ((await cityOfDoor(db, lockId)) !== actor.cityId) return refuse('not-found')
  const now = await townNow(db)
  const codes = await findLockCodes(db, lockId, now)
  const items = codes.map(code => {
    const { reservationId, from, to } = code
    const state = doorCodeState({ ...code, isRevoked: false, isInSet: isInSet(code) }, now)
    return { reservationId, from, to, state }
  })
  return done({ items })
}
