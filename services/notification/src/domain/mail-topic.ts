import { CityId, PersonId } from '@asaichi/contract/ids.ts'
import { EntryId } from '@asaichi/contract/lottery/draw-bundle.ts'
import { z } from 'zod'

const ReservationTopic = z.object({
  kind: z.enum([
    'reservation-received',
    'reservation-approved',
    'reservation-refused',
    'reservation-cancelled',
    'reservation-expired',
    'codes-changed',
  ]),
  subjectId: z.uuid(),
  personId: PersonId,
})
export type ReservationTopic = z.output<typeof ReservationTopic>

const EntryTopic = z.object({
  kind: z.enum(['entry-received', 'entry-result']),
  subjectId: EntryId,
  personId: PersonId,
})
export type EntryTopic = z.output<typeof EntryTopic>

/** What a mail is about: the ids its facts are asked for with. */
export const MailTopic = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirm-registration'), subjectId: z.uuid() }),
  z.object({ kind: z.literal('login-code'), subjectId: z.uuid() }),
  z.object({ kind: z.literal('password-help'), subjectId: z.uuid() }),
  z.object({ kind: z.literal('password-changed'), personId: PersonId, cityId: CityId }),
  z.object({
    kind: z.literal('permission-changed'),
    personId: PersonId,
    cityId: CityId,
    outcome: z.enum(['approved', 'returned']),
  }),
  z.object({ kind: z.literal('time-reopened'), subjectId: z.uuid(), personId: PersonId }),
  EntryTopic,
  ReservationTopic,
])
export type MailTopic = z.output<typeof MailTopic>
export type TopicOf<K extends MailTopic['kind']> = Extract<MailTopic, { kind: K }>
