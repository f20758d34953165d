import { z } from 'zod'
import { Actor, Language, PermissionStatus } from '../actor.ts'
import { bare, request, staffOnly } from '../define.ts'
import { ClassId, MemberNumber, PersonId } from '../ids.ts'
import { line } from '../text.ts'
import { Instant, LocalDate } from '../time.ts'
import { Permission } from './permission.ts'

/** M7: how a person was reached. */
export const ContactWay = z.enum(['phone', 'sms', 'counter'])

/** M7: a call, an SMS or a visit, and what became of it. */
export const Contact = z.object({
  by: ContactWay,
  outcome: z.enum(['confirmed', 'no-answer', 'wrong-number', 'other']),
  note: z.string().nullable(),
  at: Instant,
})
export type Contact = z.infer<typeof Contact>

export const Member = z.object({ name: z.string(), birthDate: LocalDate })

/** G3: another account of the city that may be the same person's: by name and birth date, or only by phone, as in a family. */
const Alike = z.object({
  personId: PersonId,
  memberNumber: MemberNumber,
  name: z.string(),
  status: PermissionStatus,
  because: z.array(z.enum(['name-and-birth-date', 'phone'])),
})

/** G1: another group of the city with mostly the same members; `of` is the size of the smaller roster. */
const Sharing = z.object({
  personId: PersonId,
  memberNumber: MemberNumber,
  name: z.string(),
  shared: z.int(),
  of: z.int(),
})

/** Everything staff see of a person when they decide (M7, G1, G3); `name` is the representative's where `group` is there. */
export const PersonFile = Permission.extend({
  name: z.string(),
  kana: z.string(),
  birthDate: LocalDate,
  postalCode: z.string(),
  address: z.string(),
  phone: z.string(),
  mail: z.string().nullable(),
  memberNumber: MemberNumber,
  language: Language,
  group: z.object({ name: z.string(), members: z.array(Member), sharedWith: z.array(Sharing) }).nullable(),
  alike: z.object({ count: z.int(), accounts: z.array(Alike).max(10) }),
  appliedAt: Instant.nullable(),
  contacts: z.array(Contact),
  withdrawnAt: Instant.nullable().optional().describe('V11: since when nothing is left but the number'),
})
export type PersonFile = z.infer<typeof PersonFile>

/** Milliseconds and id: where the page before ended. */
const ApplicantCursor = z.string().regex(/^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** Staff's queue, oldest first, of their own city. */
export const listApplicants = request('identity.call.list-applicants.v1', {
  input: z.object({
    actor: Actor,
    status: PermissionStatus.default('applied'),
    after: ApplicantCursor.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({ items: z.array(PersonFile), next: z.string().nullable() }),
  refusals: { 'not-allowed': bare },
})

/** T1: how many people of the own city are in each state. */
export const countApplicants = request('identity.call.count-applicants.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({ applied: z.int(), approved: z.int(), returned: z.int(), suspended: z.int() }),
  refusals: { 'not-allowed': bare },
})

/** M7: the log of calls and SMS, whatever becomes of the application. */
export const recordContact = request('identity.call.record-contact.v1', {
  input: z.object({
    actor: Actor,
    personId: PersonId,
    by: ContactWay,
    outcome: Contact.shape.outcome,
    note: line(200).optional(),
  }),
  output: z.object({ contacts: z.array(Contact) }),
  refusals: staffOnly,
})

/**
 * T5, T14: people of the own city with this in their name, kana, group, mail or phone, or whose number begins so; the approved
 * first. That staff searched stands in the log, what they typed nowhere (A78).
 */
export const searchPeople = request('identity.call.search-people.v1', {
  input: z.object({ actor: Actor, query: line(120) }),
  output: z.object({
    items: z
      .array(
        z.object({
          personId: PersonId,
          name: z.string(),
          kana: z.string(),
          groupName: z.string().nullable(),
          birthDate: LocalDate,
          memberNumber: MemberNumber,
          phone: z.string(),
          status: PermissionStatus,
          hasMail: z.boolean().default(true),
        }),
      )
      .max(20),
    more: z.boolean(),
  }),
  refusals: { 'not-allowed': bare, 'too-many-attempts': z.object({ retryAfterSeconds: z.int() }) },
})

/** T9, V4: one person of the own city; that staff looked is told to the person. */
export const getPerson = request('identity.call.get-person.v1', {
  input: z.object({ actor: Actor, personId: PersonId }),
  output: PersonFile,
  refusals: staffOnly,
})

const staleState = { 'state-changed': z.object({ status: PermissionStatus, version: z.int() }) }

/** M7: approval needs the record of the call or SMS that confirmed the person: one on the log, or `contact` told with it. */
export const approvePermission = request('identity.call.approve-permission.v1', {
  input: z.object({
    actor: Actor,
    personId: PersonId,
    expectedVersion: z.int(),
    contact: z.object({ by: ContactWay, note: line(200).optional() }).optional(),
    classId: ClassId.optional().describe('G11; left out = as it is'),
  }),
  output: Permission,
  refusals: { ...staffOnly, ...staleState, 'contact-needed': bare, 'unknown-class': bare },
})

/** G11: the class of a person or group in the actor's city, whatever the state of the permission. What is booked stays as it was made. */
export const changeClass = request('identity.call.change-class.v1', {
  input: z.object({ actor: Actor, personId: PersonId, expectedVersion: z.int(), classId: ClassId }),
  output: Permission,
  refusals: { ...staffOnly, ...staleState, 'unknown-class': bare },
})

export const returnPermission = request('identity.call.return-permission.v1', {
  input: z.object({ actor: Actor, personId: PersonId, expectedVersion: z.int(), reason: line(400) }),
  output: Permission,
  refusals: { ...staffOnly, ...staleState },
})

/**
 * M7: 停止, of somebody who is approved, for a reason that the person is mailed. Who is suspended still logs in, sees and cancels what is
 * booked, and applies for nothing new; bookings stay until staff cancel them, each with its mail.
 */
export const suspendPermission = request('identity.call.suspend-permission.v1', {
  input: z.object({ actor: Actor, personId: PersonId, expectedVersion: z.int(), reason: line(400) }),
  output: Permission,
  refusals: { ...staffOnly, ...staleState },
})

/** M7: a suspension ends, and the person is approved as before; the words are mailed. */
export const liftSuspension = request('identity.call.lift-suspension.v1', {
  input: z.object({ actor: Actor, personId: PersonId, expectedVersion: z.int(), reason: line(400) }),
  output: Permission,
  refusals: { ...staffOnly, ...staleState },
})

/** M6: for who left a session open somewhere, or fears that somebody else is in; not for those who work for a city. */
export const signOutPerson = request('identity.call.sign-out-person.v1', {
  input: z.object({ actor: Actor, personId: PersonId }),
  output: z.object({ ended: z.int() }),
  refusals: staffOnly,
})

/** S9, A40: mails the person a temporary password, which staff never see; who has no mail has nothing to log in with. */
export const sendPasswordHelp = request('identity.call.send-password-help.v1', {
  input: z.object({ actor: Actor, personId: PersonId }),
  output: z.object({}),
  refusals: { ...staffOnly, 'no-mail': bare, 'too-many-attempts': z.object({ retryAfterSeconds: z.int() }) },
})

/**
 * T1, T3, T4, V2: who the ids on a staff screen are. Strangers to the actor's city are left out; the order is of no meaning. With
 * `phones`, for the day's sheet, each of them is told that staff looked (V4).
 */
export const listNames = request('identity.call.list-names.v1', {
  input: z.object({
    actor: Actor,
    personIds: z.array(PersonId).min(1).max(100),
    phones: z.boolean().default(false),
  }),
  output: z.object({
    items: z.array(
      z.object({
        personId: PersonId,
        name: z.string(),
        kana: z.string(),
        groupName: z.string().nullable().default(null),
        memberNumber: MemberNumber,
        phone: z.string().nullable().default(null),
      }),
    ),
  }),
  refusals: { 'not-allowed': bare },
})

/**
 * A76: which of these accounts are the asking person's own: theirs, one of somebody of the same name and birth date, or a group
 * whose roster they stand on. Asked by whoever lets staff decide about others.
 */
export const listOwnAccounts = request('identity.call.list-own-accounts.v1', {
  input: z.object({ actor: Actor, personIds: z.array(PersonId).min(1).max(100) }),
  output: z.object({ personIds: z.array(PersonId) }),
  refusals: {},
})
