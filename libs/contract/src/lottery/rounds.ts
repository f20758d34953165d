import { z } from 'zod'
import { Purpose } from '../catalog/purposes.ts'
import { bare, event, notFound, request } from '../define.ts'
import { CityId, PersonId, RoundId } from '../ids.ts'
import { Instant, LocalDate } from '../time.ts'
import { DrawCommitment, EntryId } from './draw-bundle.ts'
import { Wish } from './wish.ts'

/** A round moves by due rows only. One that nobody entered is left to first-come as soon as its window closes. */
export const RoundStatus = z.enum([
  'scheduled',
  'open',
  'closed-empty',
  'frozen',
  'drawn',
  'published',
  'cancelled',
])
export type RoundStatus = z.infer<typeof RoundStatus>

/** The use dates of a city that are drawn together: one day where windows roll, the month where they are monthly. */
export const Round = z.object({
  roundId: RoundId,
  cityId: CityId,
  dates: z.object({ first: LocalDate, last: LocalDate }),
  status: RoundStatus,
  opensAt: Instant,
  closesAt: Instant,
  drawAt: Instant.describe('when results become visible'),
  commitment: DrawCommitment.nullable().describe('published at the opening'),
  freeze: z
    .object({ at: Instant, count: z.int(), root: z.string() })
    .nullable()
    .describe('published at the close'),
  cancelReason: z.string().nullable(),
  /** A67: why a frozen round is not drawn; it stays as it is until the city decides. */
  problem: z.enum(['list-edited', 'not-drawable']).nullable().optional(),
  /** P5: each time two of the staff had it drawn anew after its outcome could be known; public for good. */
  redraws: z.array(z.object({ proposedAt: Instant, confirmedAt: Instant, reason: z.string() })).optional(),
})
export type Round = z.infer<typeof Round>

/** Public: rounds whose dates touch the span (at most 62 days), with commitment and freeze. */
export const listRounds = request('lottery.call.list-rounds.v1', {
  input: z.object({ cityId: CityId, from: LocalDate, to: LocalDate }),
  output: z.object({ items: z.array(Round) }),
  refusals: { 'span-not-valid': bare },
})

export const getRound = request('lottery.call.get-round.v1', {
  input: z.object({ cityId: CityId, date: LocalDate }),
  output: Round.extend({
    entriesPerSlot: z
      .array(Wish.extend({ entries: z.int() }))
      .nullable()
      .describe('before the close, where the policy shows it'),
  }),
  refusals: notFound,
})

/** V1: the public bundle as JSON text, in parts that fit a message; nothing before the hour, for nobody (A70). */
export const getBundlePart = request('lottery.call.get-bundle-part.v1', {
  input: z.object({ roundId: RoundId, part: z.int().min(0) }),
  output: z.object({ parts: z.int(), text: z.string() }),
  refusals: notFound,
})

/** Claim check of reservation: who holds what after the draw; nothing before the round is published. */
export const getWinners = request('lottery.call.get-winners.v1', {
  input: z.object({
    roundId: RoundId,
    after: EntryId.optional(),
    limit: z.int().min(1).max(500).default(500),
  }),
  output: z.object({
    items: z.array(
      z.object({
        entryId: EntryId,
        personId: PersonId,
        wish: Wish,
        eventName: z.string(),
        people: z.int(),
        note: z.string(),
        purpose: Purpose.optional(),
      }),
    ),
    next: EntryId.nullable(),
  }),
  refusals: notFound,
})

/** The tamper-evident log, oldest first: each hash covers the one before. The head is copied out of the database's reach. */
export const listAuditLog = request('lottery.call.list-audit-log.v1', {
  input: z.object({ after: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }),
  output: z.object({
    items: z.array(
      z.object({
        seq: z.int(),
        at: Instant,
        kind: z.string(),
        data: z.string(),
        previous: z.string(),
        hash: z.string(),
      }),
    ),
  }),
  refusals: {},
})

const roundRef = z.object({
  roundId: RoundId,
  cityId: CityId,
  dates: z.object({ first: LocalDate, last: LocalDate }),
})

/** M18: nothing is left to draw for this date, so first-come may open at its time. */
export const roundClosedEmpty = event(
  'lottery.event.round-closed-empty.v1',
  z.object({ roundId: RoundId, cityId: CityId, date: LocalDate }),
)

export const roundOpened = event('lottery.event.round-opened.v1', roundRef)

export const roundFrozen = event(
  'lottery.event.round-frozen.v1',
  roundRef.extend({ count: z.int(), root: z.string() }),
)

/** Told at the hour, never before; reservation fetches the winners, places them and opens the dates in one transaction (D16). */
export const roundPublished = event('lottery.event.round-published.v1', roundRef.extend({ winners: z.int() }))

export const roundCancelled = event('lottery.event.round-cancelled.v1', roundRef)
