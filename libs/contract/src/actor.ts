import { z } from 'zod'
import { CityId, PersonId } from './ids.ts'

/** Staff and admins work for one city; an operator runs the installation: makes cities and invites the first admin of each. */
export const Role = z.enum(['resident', 'staff', 'admin', 'operator'])
export type Role = z.infer<typeof Role>
/** What somebody can be in a city. */
export const CityRole = Role.exclude(['operator'])

/** Who asks: the gateway fills this from the session, never from the body. Staff and admins act for one city. */
export const Actor = z.object({
  personId: PersonId,
  role: Role,
  cityId: CityId,
})
export type Actor = z.infer<typeof Actor>

/** M7: 未申請 / 申請中 / 承認 / 差し戻し / 停止. */
export const PermissionStatus = z.enum(['none', 'applied', 'approved', 'returned', 'suspended'])
export type PermissionStatus = z.infer<typeof PermissionStatus>

export const Language = z.enum(['ja', 'ja-easy', 'en'])
export type Language = z.infer<typeof Language>
