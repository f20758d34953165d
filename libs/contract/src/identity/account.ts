import { z } from 'zod'
import { CityRole, Language, PermissionStatus } from '../actor.ts'
import { serviceStopped } from '../catalog/service-stop.ts'
import { bare, event, request } from '../define.ts'
import { CityId, MemberNumber, PersonId, RegistrationId } from '../ids.ts'
import { phoneOf, postalCodeOf, readingOf } from '../stored-text.ts'
import { line, MailAddress, readBy } from '../text.ts'
import { LocalDate } from '../time.ts'

/** V7: a name of one word or of eighty letters; twice that for a spelling of several code points a letter. */
const NAME_LETTERS = 120

/** The name of a person or a group. */
export const Name = line(NAME_LETTERS)

/** M3: what a newcomer tells. Era birth dates are turned into `LocalDate` by the screen with libs/calendar. */
export const Profile = z.object({
  name: Name,
  kana: readBy(readingOf, 'katakana or Latin letters', 4 * NAME_LETTERS).pipe(z.string().max(NAME_LETTERS)),
  birthDate: LocalDate,
  postalCode: readBy(postalCodeOf, 'seven digits', 40),
  address: line(200),
  phone: readBy(phoneOf, 'telephone number in Japan', 60),
  mail: MailAddress,
})
export type Profile = z.infer<typeof Profile>

/** G1: a group's account. Its profile is that of its representative, who belongs to it without being listed. */
export const Group = z.strictObject({
  name: Name,
  members: z
    .array(z.strictObject({ name: Name, birthDate: LocalDate }))
    .min(2)
    .max(200)
    .describe('the others'),
})
export type Group = z.infer<typeof Group>

/** D23: any characters, 8 to 128 of them; the reasons a password is weak are the refusal's detail. */
export const Password = z.string().min(1).max(128)

/** `contains-name`: a name, address, number or date of one's own, or the city's name. */
export const weakPassword = z.object({ reason: z.enum(['too-short', 'too-common', 'contains-name']) })

/** D23, R8: whether a registration would refuse this password, asked before its confirm page. Nothing is kept of it. */
export const judgePassword = request('identity.call.judge-password.v1', {
  input: Profile.pick({ name: true, kana: true, mail: true }).extend({
    password: Password,
    groupName: Name.optional(),
    birthDate: Profile.shape.birthDate.optional(),
    phone: Profile.shape.phone.optional(),
    cityId: CityId.optional(),
  }),
  output: z.object({}),
  refusals: { 'weak-password': weakPassword },
})

/** M3, M4: provisional registration. The answer is the same whether or not the mail is known. */
export const register = request('identity.call.register.v1', {
  input: Profile.extend({
    cityId: CityId,
    group: Group.optional(),
    password: Password,
    language: Language.default('ja'),
    acceptedTermsVersion: z.string().max(40),
    source: z
      .string()
      .max(64)
      .describe('network of the caller, for the budget; never stored with the person'),
  }),
  output: z.object({}),
  refusals: {
    ...serviceStopped,
    'unknown-city': bare,
    'terms-outdated': z.object({ termsVersion: z.string() }),
    'weak-password': weakPassword,
    'birth-date-impossible': bare,
    'too-many-attempts': z.object({ retryAfterSeconds: z.int() }),
    'password-work-full': z.object({ retryAfterSeconds: z.int() }),
  },
})

/** M5: full registration, by POST only; the token works once. */
export const confirmRegistration = request('identity.call.confirm-registration.v1', {
  input: z.object({ token: z.string().max(200) }),
  output: z.object({ memberNumber: MemberNumber }),
  refusals: { 'token-not-valid': bare },
})

/** Brings people of an old system or of the demo in as they are; the system itself is the caller, so no gateway route exists. */
export const importPerson = request('identity.call.import-person.v1', {
  input: Profile.extend({
    cityId: CityId,
    memberNumber: MemberNumber,
    group: Group.optional(),
    password: Password,
    role: CityRole,
    permission: PermissionStatus,
    language: Language.default('ja'),
  }),
  output: z.object({ personId: PersonId }),
  refusals: { 'already-known': bare, 'password-work-full': z.object({ retryAfterSeconds: z.int() }) },
})

export const registrationStarted = event(
  'identity.event.registration-started.v1',
  z.object({ registrationId: RegistrationId, cityId: CityId }),
)

export const personConfirmed = event(
  'identity.event.person-confirmed.v1',
  z.object({ personId: PersonId, cityId: CityId }),
)
