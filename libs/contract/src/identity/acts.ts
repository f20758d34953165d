import { z } from 'zod'
import { Actor } from '../actor.ts'
import { request, staffOnly } from '../define.ts'
import { CityId, PersonId, ReservationId } from '../ids.ts'
import { logOf, logPage } from '../log-page.ts'
import { EntryId } from '../lottery/draw-bundle.ts'
import { Instant } from '../time.ts'
import { ActOnPerson } from './profile.ts'
import { TeamAct, TeamRole } from './team.ts'

/** What stands in the log, of people and of teams. */
export const ActName = z.enum([
  ...ActOnPerson.options,
  ...TeamAct.extract(['invite-member', 'withdraw-invitation']).options,
])
export type ActName = z.infer<typeof ActName>

const Who = z.object({
  personId: PersonId,
  name: z.string().nullable().describe('null once there is nobody, and where the act is about an invitation'),
})

/** V4: what was done in a city, newest first, by whoever did it, whom it was done to, what it was and when; for its admins. */
export const searchActs = request('identity.call.search-acts.v1', {
  input: z.object({
    actor: Actor,
    cityId: CityId,
    by: PersonId.optional(),
    about: PersonId.optional(),
    act: ActName.optional(),
    from: Instant.optional(),
    until: Instant.optional().describe('the first instant that no longer counts'),
    ...logPage,
  }),
  output: logOf(
    z.object({
      at: Instant,
      act: ActName,
      role: TeamRole.nullable(),
      by: Who.nullable().describe('null: nobody who is known, or somebody at the machine'),
      about: Who,
      reservationId: ReservationId.nullable(),
      entryId: EntryId.nullable(),
    }),
  ),
  refusals: { ...staffOnly, 'too-many-attempts': z.object({ retryAfterSeconds: z.int() }) },
})
