import type { Actor } from '@asaichi/contract/actor.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { applyPermission as request } from '@asaichi/contract/identity/permission.ts'
import type { Context } from '../context.ts'
import { apply } from '../domain/permission.ts'
import { findCity } from '../store/cities.ts'
import { ensurePermission, lockPermission } from '../store/permissions.ts'
import { changePermission } from './change-permission.ts'
import { whileStopped } from './while-stopped.ts'

/** M7: 利用申請. */
export async function applyPermission(
  { db }: Context,
  { actor, cityId }: { readonly actor: Actor; readonly cityId: string },
): Promise<OutcomeOf<typeof request>> {
  if (!(await findCity(db, cityId))) return refuse('unknown-city')
  const stopped = await whileStopped(db, cityId)
  if (stopped) return stopped
  const key = { personId: actor.personId, cityId }
  return db.transaction().execute(async tx => {
    await ensurePermission(tx, key)
    const permission = await lockPermission(tx, key)
    if (!permission) throw new Error('a permission vanished')
    const decision = apply(permission)
    if (!decision.ok) return decision
    return done(decision.value ? await changePermission(tx, key, decision.value) : permission)
  })
}
