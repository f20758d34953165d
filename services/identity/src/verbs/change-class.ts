import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { changeClass as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { hasClass } from '../domain/known-class.ts'
import { recordAct } from '../store/audit.ts'
import { findCity } from '../store/cities.ts'
import { findPersonOfCity } from '../store/people.ts'
import { ensurePermission, lockPermission, saveClass } from '../store/permissions.ts'
import { tellPermissions } from './change-permission.ts'

/** G11: of anybody but themselves; also of who has not applied yet. */
export async function changeClass(
  { db }: Context,
  { actor, personId, expectedVersion, classId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { cityId } = actor
  const key = { personId, cityId }
  if (actor.role === 'resident' || actor.personId === personId) return refuse('not-allowed')
  return db.transaction().execute(async tx => {
    if (!(await findPersonOfCity(tx, key))) return refuse('not-found')
    if (!hasClass(await findCity(tx, cityId), classId)) return refuse('unknown-class')
    await ensurePermission(tx, key)
    const before = await lockPermission(tx, key)
    if (!before) return refuse('not-found')
    const { status, version } = before
    if (version !== expectedVersion) return refuse('state-changed', { status, version })
    await recordAct(tx, actor, { act: 'change-class', subjectId: personId })
    const permission = await saveClass(tx, key, classId)
    await tellPermissions(tx, [permission], { classOnly: true })
    return done(permission)
  })
}
