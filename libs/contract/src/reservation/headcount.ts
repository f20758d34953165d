import { z } from 'zod'
import { PeopleKind } from '../catalog/headcount.ts'
import { PeopleKindId } from '../ids.ts'
import { Instant } from '../time.ts'

/** G15: days after the use in which staff may write a headcount and correct it: the report of its fiscal year is told by then. */
export const STAFF_HEADCOUNT_DAYS = 400

/** G15: how many people of each kind there were; the kinds as they were called when it was written. */
export const Headcount = z.object({
  kinds: z.array(PeopleKind.extend({ people: z.int() })),
  writtenAt: Instant,
  by: z.enum(['resident', 'staff']),
})
export type Headcount = z.infer<typeof Headcount>

/** Of each kind one number; a festival in a hall with people coming and going has its room many times over. */
export const HeadcountForm = z
  .array(z.object({ kindId: PeopleKindId, people: z.int().min(0).max(99_999) }))
  .max(6)
export type HeadcountForm = z.infer<typeof HeadcountForm>

/** What a booking that is over says to whoever may still write its headcount. */
export const headcountOfBooking = z.object({
  headcountAsked: z
    .object({ kinds: z.array(PeopleKind), until: Instant })
    .optional()
    .describe('G15: what the reader may write, and until when; left out = nothing'),
})
export type HeadcountOfBooking = z.infer<typeof headcountOfBooking>
