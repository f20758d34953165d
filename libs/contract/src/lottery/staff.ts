import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request, staffOnly } from '../define.ts'
import { IdempotencyKey, PersonId, RoundId } from '../ids.ts'
import { line } from '../text.ts'
import { Instant } from '../time.ts'
import { EntryId } from './draw-bundle.ts'
import { Entry, EntryForm, entryRefusals } from './entries.ts'
import { Round, RoundStatus } from './rounds.ts'

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

/** Staff: the results after the hour, person by person. */
export const listResults = request('lottery.call.list-results.v1', {
  input: z.object({
    actor: Actor,
    roundId: RoundId,
    after: EntryId.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({
    items: z.array(
      Entry.extend({
        alike: z.boolean().describe('G3: another account in this round looks like the same person'),
      }),
    ),
    next: EntryId.nullable(),
  }),
  refusals: { ...staffOnly, 'not-published-yet': z.object({ publishedAt: Instant }) },
})

/** Staff: what a draw of the present entries would look like with a throw-away seed; counts only, so it foretells nobody. */
export const tryDraw = request('lottery.call.try-draw.v1', {
  input: z.object({ actor: Actor, roundId: RoundId }),
  output: z.object({
    entries: z.int(),
    winners: z.int(),
    contestedSlots: z.int(),
    alikeEntries: z.int().describe('G3: of who looks like one person behind several accounts'),
  }),
  refusals: { ...staffOnly, 'round-over': z.object({ status: RoundStatus }) },
})

/** Staff: sends the result mails of a published round once more. */
export const resendResults = request('lottery.call.resend-results.v1', {
  input: z.object({ actor: Actor, roundId: RoundId }),
  output: z.object({ mails: z.int() }),
  refusals: { ...staffOnly, 'not-published-yet': z.object({ publishedAt: Instant }) },
})

/** Staff: a round that must not be drawn; the reason is public, and the date is left to first-come. Not once its outcome could be known (P5). */
export const cancelRound = request('lottery.call.cancel-round.v1', {
  input: z.object({ actor: Actor, roundId: RoundId, reason: line(200) }),
  output: Round,
  refusals: {
    ...staffOnly,
    'round-over': z.object({ status: RoundStatus }),
    'draw-decided': z.object({ decidedAt: Instant }),
  },
})

/**
 * P5: from the beacon's time on, and until the results are published, a round is not cancelled but drawn anew, by two of the
 * staff who have no entry in it: the first proposes, the second confirms. A later beacon decides; the reason is public at once.
 */
export const redrawRound = request('lottery.call.redraw-round.v1', {
  input: z.object({ actor: Actor, roundId: RoundId, reason: line(200) }),
  output: z.object({ status: z.enum(['proposed', 'redrawn']), round: Round }),
  refusals: {
    ...staffOnly,
    'round-over': z.object({ status: RoundStatus }),
    'draw-not-decided': bare,
    'own-entry': bare,
  },
})
