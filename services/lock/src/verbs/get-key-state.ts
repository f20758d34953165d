import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { SpareState } from '@asaichi/contract/lock/spare.ts'
import type { getKeyState as request } from '@asaichi/contract/lock/staff.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { isInSet } from '../domain/desired-set.ts'
import { doorCodeState } from '../domain/door-code-state.ts'
import { chooseSpare, isTooEarly } from '../domain/spare.ts'
import { type DoorCodeRow, findDoorCodes } from '../store/codes.ts'
import { readGrant } from '../store/grants.ts'
import { findPresses } from '../store/lock-events.ts'
import { findStore, type StoredSpare } from '../store/spares.ts'

/** T4, T12: what staff can say to somebody who stands before a closed door; never the digits. */
export function getKeyState(
  { db }: Pick<Context, 'db'>,
  { actor, reservationId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const grant = await readGrant(tx, reservationId)
    if (!grant || grant.cityId !== actor.cityId) return refuse('not-found')
    if (grant.status === 'waiting') return refuse('not-ready')
    const now = await townNow(tx)
    const codes = await findDoorCodes(tx, reservationId)
    const store = await findStore(
      tx,
      codes.map(({ lockId }) => lockId),
    )
    const doors = codes.map(code => {
      const { lockId, doorName, from, to } = code
      const state = doorCodeState({ ...code, isInSet: isInSet(code) }, now)
      const spare = spareState(code, { store: store.filter(each => each.lockId === lockId), now })
      return { lockId, doorName, from, to, state, spare }
    })
    return done({ doors, presses: await findPresses(tx, { reservationId, now }) })
  })
}

function spareState(
  code: DoorCodeRow,
  { store, now }: { readonly store: readonly StoredSpare[]; readonly now: string },
): z.infer<typeof SpareState> {
  if (code.kind === 'backup') return 'given'
  const isUsable = now < code.to && !isTooEarly(code, now) && chooseSpare(store, code) !== undefined
  return isUsable ? 'ready' : 'none'
}
