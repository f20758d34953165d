import { z } from 'zod'
import { Actor, Language } from '../actor.ts'
import { serviceStopped } from '../catalog/service-stop.ts'
import { bare, request } from '../define.ts'
import { CityId, MemberNumber, ReservationId } from '../ids.ts'
import { logOf, logPage } from '../log-page.ts'
import { EntryId } from '../lottery/draw-bundle.ts'
import { StaffAct } from '../staff-act.ts'
import { Instant } from '../time.ts'
import { Profile } from './account.ts'
import { Member } from './staff.ts'
import { TeamAct } from './team.ts'

const MyProfile = Profile.extend({
  memberNumber: MemberNumber,
  language: Language,
  group: z.object({ name: z.string(), members: z.array(Member) }).nullable(),
})

/** One's own registered data. */
export const getProfile = request('identity.call.get-profile.v1', {
  input: z.object({ actor: Actor }),
  output: MyProfile,
  refusals: {},
})

/** R11, R15: corrects one's own data; name, kana and birth date only while no permission is 申請中, 承認 or 停止. */
export const changeProfile = request('identity.call.change-profile.v1', {
  input: z.object({
    actor: Actor,
    changes: Profile.omit({ mail: true })
      .partial()
      .strict()
      .refine(changes => Object.values(changes).some(value => value !== undefined), 'nothing to change'),
  }),
  output: MyProfile,
  refusals: { 'identity-confirmed': bare, 'birth-date-impossible': bare, ...serviceStopped },
})

/** R19: the language of pages and mails. */
export const setLanguage = request('identity.call.set-language.v1', {
  input: z.object({ actor: Actor, language: Language }),
  output: z.object({ language: Language }),
  refusals: {},
})

/** An invitation is about an address, so it stands in the log of the team alone. */
export const ActOnPerson = z.enum([
  'log-in',
  'wrong-passwords',
  'change-password',
  'change-profile',
  'change-mail',
  'approve-permission',
  'return-permission',
  'record-contact',
  'view-person',
  'search-people',
  ...StaffAct.shape.act.options,
  'register-person',
  'suspend-permission',
  'lift-suspension',
  'change-class',
  'sign-out',
  'send-password-help',
  'enrol-second-factor',
  'use-recovery-code',
  'withdraw',
  ...TeamAct.exclude(['invite-member', 'withdraw-invitation']).options,
])
export type ActOnPerson = z.infer<typeof ActOnPerson>

/** V4: what was done to an account and, by staff, to its bookings and entries; staff are told by their role alone. */
export const listActs = request('identity.call.list-acts.v1', {
  input: z.object({ actor: Actor, ...logPage }),
  output: logOf(
    z.object({
      at: Instant,
      act: ActOnPerson,
      by: z.enum(['self', 'staff', 'unknown']),
      cityId: CityId,
      reservationId: ReservationId.nullable().describe('the booking it was done to'),
      entryId: EntryId.nullable().describe('the entry it was done to'),
    }),
  ),
  refusals: {},
})
