import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getDoorCodes as request } from '@asaichi/contract/lock/door-codes.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { isInSet } from '../domain/desired-set.ts'
import { doorCodeState } from '../domain/door-code-state.ts'
import { type DoorCodeRow, findDoorCodes } from '../store/codes.ts'
import { type Grant, markTold, readGrant } from '../store/grants.ts'

type Input = z.output<typeof request.input>

/** M26: the code lines of an approved reservation, for its owner and the approval mail; after a cancel, and a day after the end, there are none. */
export async function getDoorCodes(
  { db, secrets }: Context,
  { reservationId, asker }: Input,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    const grant = await readGrant(tx, reservationId)
    if (!grant || !mayAsk(grant, asker) || grant.status === 'revoked') return refuse('not-found')
    if (grant.status === 'waiting') return refuse('not-ready')
    const now = await townNow(tx)
    await markTold(tx, reservationId, now)
    const codes = await findDoorCodes(tx, reservationId)
    const doors = codes.flatMap(code => doorCode(code, code.sealed, now))
    return doors.length === codes.length ? done({ doors }) : refuse('not-found')
  })

  function doorCode(code: DoorCodeRow, sealed: string | null, now: string) {
    if (sealed === null) return []
    const { lockId, doorName, from, to } = code
    const state = doorCodeState({ ...code, isInSet: isInSet(code) }, now)
    return [{ lockId, doorName, code: secrets.open(code, sealed), from, to, state }]
  }
}

function mayAsk(grant: Grant, asker: Input['asker']): boolean {
  return asker === 'mail' || asker.personId === grant.personId
}
