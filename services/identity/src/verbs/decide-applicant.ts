import type { Actor, PermissionStatus } from '@asaichi/contract/actor.ts'
import { done, type Outcome, refuse } from '@asaichi/contract/define.ts'
import type { Permission } from '@asaichi/contract/identity/permission.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { Context } from '../context.ts'
import type { PermissionChange, PermissionState } from '../domain/permission.ts'
import { recordAct } from '../store/audit.ts'
import { lockPermission } from '../store/permissions.ts'
import type { Tables } from '../store/schema.ts'
import { changePermission } from './change-permission.ts'

type Key = { readonly personId: string; readonly cityId: string }
type Stale = {
  readonly code: 'state-changed'
  readonly detail: { readonly status: PermissionStatus; readonly version: number }
}
type Refusal = { readonly code: 'not-allowed' | 'not-found'; readonly detail: Record<never, never> } | Stale

/** M7: what staff do to an applicant of their own city, never to themselves; another city's applicant is not found. */
export async function decideApplicant<R = never>(
  { db }: Context,
  asked: { readonly actor: Actor; readonly personId: string },
  act: {
    readonly name: 'approve-permission' | 'return-permission' | 'suspend-permission' | 'lift-suspension'
    readonly decide: (state: PermissionState) => Outcome<PermissionChange, Stale>
    /** What belongs to the decision; it may refuse, and has then written nothing. */
    readonly alsoRecord?: (
      tx: Transaction<Tables>,
      key: Key,
    ) => Promise<{ readonly ok: false; readonly refusal: R } | undefined>
  },
): Promise<Outcome<Permission, Refusal | R>> {
  const { actor, personId } = asked
  if (actor.role === 'resident' || actor.personId === personId) return refuse('not-allowed')
  const key = { personId, cityId: actor.cityId }
  return db.transaction().execute(async tx => {
    const permission = await lockPermission(tx, key)
    if (!permission) return refuse('not-found')
    const decision = act.decide(permission)
    if (!decision.ok) return decision
    const refusal = await act.alsoRecord?.(tx, key)
    if (refusal) return refusal
    await recordAct(tx, actor, { act: act.name, subjectId: personId })
    return done(await changePermission(tx, key, decision.value))
  })
}
