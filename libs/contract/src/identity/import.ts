import { z } from 'zod'
import { CityRole, Language, PermissionStatus } from '../actor.ts'
import { bare, request } from '../define.ts'
import { CityId, MemberNumber } from '../ids.ts'
import { line } from '../text.ts'
import { Profile } from './account.ts'

/** So that a message stays far below what the bus carries, and its transaction below the time limits. */
export const MOST_IMPORTED = 500

/** A person of an old system, or of a city's own list of staff; without a password, which they set by password help (S8, S9). */
export const ImportedPerson = Profile.extend({
  memberNumber: MemberNumber,
  role: CityRole,
  permission: PermissionStatus,
  language: Language,
  userClass: line(40).optional().describe('G11: its id or its name; left out = the first of the city'),
})
export type ImportedPerson = z.infer<typeof ImportedPerson>

/**
 * All of a message or none. Whoever is known by mail or number stays as they are and is told, so the same message again changes nothing.
 * `dryRun` tells the same and brings nobody in.
 */
export const importPeople = request('identity.call.import-people.v1', {
  input: z.object({
    cityId: CityId,
    people: z.array(ImportedPerson).min(1).max(MOST_IMPORTED),
    dryRun: z.boolean(),
  }),
  output: z.object({ imported: z.int(), known: z.array(MemberNumber) }),
  refusals: {
    'unknown-city': bare,
    'unknown-class': z.object({ userClass: z.string() }),
    'password-work-full': z.object({ retryAfterSeconds: z.int() }),
  },
})
