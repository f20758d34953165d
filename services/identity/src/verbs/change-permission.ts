import { emitAll } from '@asaichi/bus/emit.ts'
import { type Permission, permissionChanged } from '@asaichi/contract/identity/permission.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { adultFrom } from '../domain/age.ts'
import type { PermissionChange } from '../domain/permission.ts'
import { oldestAlike } from '../store/alike.ts'
import { birthDatesOf, savePermission } from '../store/permissions.ts'
import type { Tables } from '../store/schema.ts'

/** Writes a permission's next state and tells it. */
export async function changePermission(
  tx: Transaction<Tables>,
  key: { readonly personId: string; readonly cityId: string },
  change: PermissionChange,
): Promise<Permission> {
  const permission = await savePermission(tx, key, change)
  await tellPermissions(tx, [permission])
  return permission
}

/** M15: of the birth date only its effect travels. */
export async function tellPermissions(
  tx: Transaction<Tables>,
  permissions: readonly Permission[],
  { classOnly }: { readonly classOnly?: true } = {},
): Promise<void> {
  if (permissions.length === 0) return
  const ids = permissions.map(({ personId }) => personId)
  const [born, alike] = [await birthDatesOf(tx, ids), await oldestAlike(tx, ids)]
  await emitAll(
    tx,
    permissions.map(({ personId, cityId, status, version, classId }) => {
      const birthDate = born.get(personId)
      if (birthDate === undefined) throw new Error('a permission of nobody')
      return {
        event: permissionChanged,
        aggregateId: `${personId}:${cityId}`,
        version,
        data: {
          personId,
          cityId,
          status,
          adultFrom: adultFrom(birthDate),
          alikeId: alike.get(personId) ?? personId,
          ...(classId !== undefined && { classId }),
          ...(classOnly && { classOnly }),
        },
      }
    }),
  )
}
