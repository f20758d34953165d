import { emit } from '@asaichi/bus/emit.ts'
import { type Permission, permissionChanged } from '@asaichi/contract/identity/permission.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { adultFrom } from '../domain/age.ts'
import type { PermissionChange } from '../domain/permission.ts'
import { oldestAlike } from '../store/alike.ts'
import { birthDateOf, savePermission } from '../store/permissions.ts'
import type { Tables } from '../store/schema.ts'

/** Writes a permission's next state and tells it. */
export async function changePermission(
  tx: Transaction<Tables>,
  key: { readonly personId: string; readonly cityId: string },
  change: PermissionChange,
): Promise<Permission> {
  const permission = await savePermission(tx, key, change)
  await tellPermission(tx, permission)
  return permission
}

/** M15: of the birth date only its effect travels. */
export async function tellPermission(tx: Transaction<Tables>, permission: Permission): Promise<void> {
  const { personId, cityId, status, version } = permission
  await emit(tx, permissionChanged, {
    aggregateId: `${personId}:${cityId}`,
    version,
    data: {
      personId,
      cityId,
      status,
      adultFrom: adultFrom(await birthDateOf(tx, personId)),
      alikeId: await oldestAlike(tx, personId),
    },
  })
}
