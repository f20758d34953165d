import { z } from 'zod'
import { Actor, PermissionStatus } from '../actor.ts'
import { serviceStopped } from '../catalog/service-stop.ts'
import { bare, request, snapshot } from '../define.ts'
import { CityId, ClassId, PersonId } from '../ids.ts'
import { Instant, LocalDate } from '../time.ts'

export const Permission = z.object({
  personId: PersonId,
  cityId: CityId,
  status: PermissionStatus,
  version: z.int(),
  reason: z.string().nullable(),
  changedAt: Instant.nullable(),
  classId: ClassId.optional().describe('G11: what staff said; left out = the first of the city'),
})
export type Permission = z.infer<typeof Permission>

/** M8: the applicant sees the state at any time. */
export const getPermission = request('identity.call.get-permission.v1', {
  input: z.object({ actor: Actor, cityId: CityId }),
  output: Permission,
  refusals: {},
})

/** M7: 利用申請. Applying again while 申請中 or 承認 changes nothing and answers the state. */
export const applyPermission = request('identity.call.apply-permission.v1', {
  input: z.object({ actor: Actor, cityId: CityId }),
  output: Permission,
  refusals: { 'unknown-city': bare, suspended: bare, ...serviceStopped },
})

/** The reason of a return is read at send time with getPermissionMail, never carried. Age is needed for M15: only the birth date's effect travels. */
export const permissionChanged = snapshot(
  'identity.event.permission-changed.v1',
  z.object({
    personId: PersonId,
    cityId: CityId,
    status: PermissionStatus,
    adultFrom: LocalDate,
    alikeId: PersonId.optional().describe(
      'G3: the oldest account of who looks like the same person; the own id for most',
    ),
    classId: ClassId.optional().describe('G11: left out = the first of the city'),
    classOnly: z
      .literal(true)
      .optional()
      .describe('nothing but the class is new, so there is nothing to mail'),
  }),
)
