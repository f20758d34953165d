import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, notFound, request, staffOnly } from '../define.ts'
import { IdempotencyKey, PersonId } from '../ids.ts'
import { Instant } from '../time.ts'
import { EntryId } from './draw-bundle.ts'
import { Entry, EntryForm, entryRefusals, Round } from './lottery.ts'

/** M19: one entry with its round; the owner's or, for staff of the city, anyone's. Another person's id is not found. */
export const getEntry = request('lottery.call.get-entry.v1', {
  input: z.object({ actor: Actor, entryId: EntryId }),
  output: Entry.extend({
    round: Round,
    wishCounts: z
      .array(z.int())
      .nullable()
      .describe('entries for each wish’s very span, while entries are taken and where the policy shows it'),
    serverNow: Instant,
  }),
  refusals: notFound,
})

/** G13, 代理: staff enter for a caller of their city, under the same rules; the staff member's id stays with the entry. */
export const enterFor = request('lottery.call.enter-for.v1', {
  input: z.object({ actor: Actor, personId: PersonId, key: IdempotencyKey, form: EntryForm }),
  output: Entry,
  refusals: { ...entryRefusals, ...staffOnly, 'key-used-differently': bare },
})

/** T1: the city's rounds whose draw is today or that wait for the city to decide, and how many take entries now. */
export const getRoundsToday = request('lottery.call.get-rounds-today.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({ open: z.int(), items: z.array(Round) }),
  refusals: { 'not-allowed': bare },
})
