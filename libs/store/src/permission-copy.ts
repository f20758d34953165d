import type { Generated } from 'kysely'

/** Identity's word on a person in a city, as a service keeps it that judges by it. */
export type PermissionCopy = {
  readonly person_id: string
  readonly city_id: string
  readonly version: number
  readonly status: string
  readonly adult_from: string
  readonly class_id: Generated<string | null>
}
export type ToldPermission = {
  readonly personId: string
  readonly cityId: string
  readonly status: string
  readonly adultFrom: string
  readonly classId?: string | null | undefined
}

export function permissionRow(
  { personId, cityId, status, adultFrom, classId = null }: ToldPermission,
  version: number,
) {
  return { person_id: personId, city_id: cityId, version, status, adult_from: adultFrom, class_id: classId }
}
