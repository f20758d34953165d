import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getPermissionMail as request } from '@asaichi/contract/identity/mail-facts.ts'
import type { Context } from '../context.ts'
import { findPermission } from '../store/permissions.ts'

/** What mail I tells. A permission that came with an import was decided by nobody here, so there is nothing to tell. */
export async function getPermissionMail(
  { db }: Context,
  key: { readonly personId: string; readonly cityId: string },
): Promise<OutcomeOf<typeof request>> {
  const permission = await findPermission(db, key)
  if (!permission || permission.changedAt === null) return refuse('not-found')
  return done({ status: permission.status, reason: permission.reason })
}
