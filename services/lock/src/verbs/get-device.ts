import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getDevice as request } from '@asaichi/contract/lock/device.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { countWanted, findDevice } from '../store/devices.ts'

/** V12: how the lock at a door does, for who has just hung it there. */
export async function getDevice(
  { db, isGatewayUp }: Pick<Context, 'db'> & { readonly isGatewayUp: () => boolean },
  { lockId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const door = await findDevice(db, lockId)
  if (!door) return refuse('not-found')
  const { isDoor: _isDoor, rev: _rev, epoch: _epoch, presence, slots, isAtWork, ...told } = door
  return done({
    ...told,
    lockId,
    gatewayUp: isGatewayUp(),
    online: presence === 'online',
    isAtWork,
    places: slots,
    ...(await countWanted(db, lockId)),
    now: await townNow(db),
  })
}
