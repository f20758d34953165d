import { z } from 'zod'
import { CityId, PersonId } from './ids.ts'

/**
 * V4: what somebody of the staff did to what a person has, told beside the fact itself: a fact of its own, so that who keeps
 * the acts is not woken by the presses of a rush. `aboutId`: the booking, or the entry, where it is about one.
 */
export const StaffAct = z.object({
  act: z.enum([
    'book-for',
    'approve-booking',
    'refuse-booking',
    'cancel-booking',
    'mark-no-show',
    'waive-points',
    'write-headcount',
    'reduce-fee',
    'reissue-codes',
    'give-spare-code',
    'enter-for',
    'open-letter',
    'tell-person',
    'allow-hold',
  ]),
  staffId: PersonId,
  cityId: CityId,
  personId: PersonId,
  aboutId: z.uuid().nullable(),
})
export type StaffAct = z.infer<typeof StaffAct>
