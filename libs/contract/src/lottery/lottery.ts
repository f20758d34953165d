import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, event, MOST_TOLD_TOGETHER, notFound, request, staffOnly } from '../define.ts'
import { CityId, IdempotencyKey, ListingId, PersonId, ReservationId, RoundId } from '../ids.ts'
import { line, lines } from '../text.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'
import { DrawCommitment, DrawExplanation, EntryId } from './draw-bundle.ts'

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
})
export type Round = z.infer<typeof Round>

/** 抽選前 → 当選 / 落選 / 取消. */
export const EntryStatus = z.enum(['entered', 'withdrawn', 'won', 'lost', 'void'])
export type EntryStatus = z.infer<typeof EntryStatus>

export const Wish = z.object({ listingId: ListingId, date: LocalDate, from: TimeOfDay, to: TimeOfDay })
export type Wish = z.infer<typeof Wish>

/** M19, M24: what the form asks; wishes in order of preference where the policy allows more than one. */
export const EntryForm = z.object({
  wishes: z.array(Wish).min(1).max(10),
  eventName: line(80),
  people: z.int(),
  note: lines(1000),
  paidEvent: z.boolean(),
  acceptedTermsVersion: z.string().max(40),
  guardianPresent: z.boolean(),
})
export type EntryForm = z.infer<typeof EntryForm>

/** An entry as its owner sees it. Until the round is published it is 抽選前, whatever has been drawn (peace at 07:00). */
export const Entry = z.object({
  entryId: EntryId,
  roundId: RoundId,
  cityId: CityId,
  personId: PersonId,
  status: EntryStatus,
  wishes: z.array(Wish.extend({ venueName: z.string(), spaceName: z.string() })),
  wonWish: z.int().nullable(),
  position: z.int().nullable(),
  eventName: z.string(),
  people: z.int(),
  note: z.string(),
  enteredAt: Instant,
  closesAt: Instant,
  drawAt: Instant,
  reservationId: ReservationId.nullable(),
  enteredBy: z.enum(['resident', 'staff']).optional().describe('G13: staff, for a caller'),
})
export type Entry = z.infer<typeof Entry>

/** M17, M19, G2, G3: why an entry was refused, the row's own reason. */
export const entryRefusals = {
  'unknown-listing': bare,
  'no-lottery': bare,
  'not-approved': z.object({ permission: z.string() }),
  'entries-not-open-yet': z.object({ opensAt: Instant, serverTime: Instant }),
  'entries-closed': z.object({ closedAt: Instant }),
  'outside-hours': z.object({
    opens: TimeOfDay.nullable(),
    closes: TimeOfDay.nullable(),
    reason: z.string().nullable(),
  }),
  'off-grid': z.object({ stepMinutes: z.int() }),
  'too-short': z.object({ minMinutes: z.int() }),
  'people-out-of-range': z.object({ capacity: z.int() }),
  'terms-not-accepted': z.object({ termsVersion: z.string() }),
  'guardian-needed': bare,
  'wrong-listing': z.object({ use: z.enum(['free', 'paid-event']), listingId: ListingId.nullable() }),
  'too-many-wishes': z.object({ max: z.int() }),
  'wishes-of-different-rounds': bare,
  'overlaps-own-entry': z.object({ entryId: EntryId }),
  'entry-quota-reached': z.object({ limit: z.int() }),
} as const

/** M19: one entry under every rule; the server makes its number after receipt (A66). The same key answers the same. */
export const enterLottery = request('lottery.call.enter.v1', {
  input: z.object({ actor: Actor, key: IdempotencyKey, form: EntryForm }),
  output: Entry,
  refusals: { ...entryRefusals, 'key-used-differently': bare },
})
/** M19, M29: until the close; from the freeze on nothing leaves the list (A64). Withdrawing again answers the same. */
export const withdrawEntry = request('lottery.call.withdraw.v1', {
  input: z.object({ actor: Actor, entryId: EntryId }),
  output: Entry,
  refusals: { ...notFound, 'entries-closed': z.object({ closedAt: Instant }) },
})

/** Where the page before ended: instant and id. */
const EntryCursor = z
  .string()
  .refine(
    text =>
      text[24] === '_' &&
      Instant.safeParse(text.slice(0, 24)).success &&
      EntryId.safeParse(text.slice(25)).success,
    'not a cursor',
  )
const page = { after: EntryCursor.optional(), limit: z.int().min(1).max(100).default(50) }
export const listMyEntries = request('lottery.call.list-my-entries.v1', {
  input: z.object({ actor: Actor, ...page }),
  output: z.object({ items: z.array(Entry), next: z.string().nullable() }),
  refusals: {},
})
/** V1: "your entry, your rank, how to check", page-ready. */
export const explainEntry = request('lottery.call.explain-entry.v1', {
  input: z.object({ actor: Actor, entryId: EntryId }),
  output: DrawExplanation,
  refusals: { ...notFound, 'not-published-yet': z.object({ publishedAt: Instant }) },
})

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
      }),
    ),
    next: EntryId.nullable(),
  }),
  refusals: notFound,
})
/** Claim check of notification for D, E and F. `status` is what the owner may know now. */
export const getEntryMail = request('lottery.call.get-entry-mail.v1', {
  input: z.object({ entryId: EntryId }),
  output: Entry.extend({ venueAddress: z.string(), venueId: z.string() }),
  refusals: notFound,
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
/** Staff: a round that must not be drawn; the reason is public, and the date is left to first-come. */
export const cancelRound = request('lottery.call.cancel-round.v1', {
  input: z.object({ actor: Actor, roundId: RoundId, reason: line(200) }),
  output: Round,
  refusals: { ...staffOnly, 'round-over': z.object({ status: RoundStatus }) },
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

const entryRef = z.object({ entryId: EntryId, roundId: RoundId, cityId: CityId, personId: PersonId })
const roundRef = z.object({
  roundId: RoundId,
  cityId: CityId,
  dates: z.object({ first: LocalDate, last: LocalDate }),
})

export const entryReceived = event('lottery.event.entry-received.v1', entryRef)
export const entryWithdrawn = event('lottery.event.entry-withdrawn.v1', entryRef)
/**
 * Some entries of a published round, for their mails; told together, because ten thousand facts at seven would be as many
 * transactions beside the press. `sending` tells one wave of mails from the next, so that staff can send them again.
 */
export const resultsReady = event(
  'lottery.event.result-ready.v2',
  z.object({
    roundId: RoundId,
    cityId: CityId,
    sending: z.int(),
    entries: z
      .array(entryRef.pick({ entryId: true, personId: true }))
      .min(1)
      .max(MOST_TOLD_TOGETHER),
  }),
)

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
