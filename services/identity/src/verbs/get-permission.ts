import type { Actor } from '@asaichi/contract/actor.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { getPermission as request } from '@asaichi/contract/identity/permission.ts'
import type { Context } from '../context.ts'
import { findPermission } from '../store/permissions.ts'

/** M8: one's own state at any time; 未申請 where nothing is written. */
export async function getPermission(
  { db }: Context,
  { actor, cityId }: { readonly actor: Actor; readonly cityId: string },
): Promise<OutcomeOf<typeof request>> {
  const { personId } = actor
  const permission = await findPermission(db, { personId, cityId })
  return done(permission ?? { personId, cityId, status: 'none', version: 0, reason: null, changedAt: null })
}
