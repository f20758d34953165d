import { emit } from '@asaichi/bus/emit.ts'
import type { Actor, PermissionStatus } from '@asaichi/contract/actor.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Bed } from './bed.ts'
import type { Producer } from './producer.ts'

export type Newcomers = {
  readonly count: number
  readonly status?: PermissionStatus
  readonly adultFrom?: string
}

/** Residents of Mitaka whom identity tells of, when everybody has heard it. */
export async function newcomers(
  bed: Pick<Bed, 'quiet'>,
  identity: Producer,
  { count, status = 'approved', adultFrom = '2000-01-01' }: Newcomers,
): Promise<readonly Actor[]> {
  const actors = Array.from(
    { length: count },
    (): Actor => ({ personId: newId(), role: 'resident', cityId: 'mitaka' }),
  )
  await identity.publish(async tx => {
    for (const { personId, cityId } of actors)
      await emit(tx, permissionChanged, {
        aggregateId: `${personId}:${cityId}`,
        version: 1,
        data: { personId, cityId, status, adultFrom },
      })
  })
  await bed.quiet(identity)
  return actors
}
