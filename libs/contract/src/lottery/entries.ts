import { z } from 'zod'
import { Actor } from '../actor.ts'
import { Purpose } from '../catalog/purposes.ts'
import { serviceStopped } from '../catalog/service-stop.ts'
import { bare, event, MOST_TOLD_TOGETHER, notFound, request } from '../define.ts'
import {
  CityId,
  ClassId,
  IdempotencyKey,
  ListingId,
  PersonId,
  PurposeId,
  ReservationId,
  RoundId,
} from '../ids.ts'
import { banned } from '../reservation/points.ts'
import { Blocker } from '../reservation/reservation.ts'
import { StaffAct } from '../staff-act.ts'
import { line, lines } from '../text.ts'
import { Instant, TimeOfDay } from '../time.ts'
import { placeNames } from '../translations.ts'
import { DrawExplanation, EntryId } from './draw-bundle.ts'
import { Round } from './rounds.ts'
import { Wish } from './wish.ts'

/** 抽選前 → 当選 / 落選 / 取消. */
export const EntryStatus = z.enum(['entered', 'withdrawn', 'won', 'lost', 'void'])
export type EntryStatus = z.infer<typeof EntryStatus>

/** M19, M24: what the form asks; wishes in order of preference where the policy allows more than one. */
export const EntryForm = z.object({
  wishes: z.array(Wish).min(1).max(10),
  eventName: line(80),
  people: z.int(),
  note: lines(1000),
  paidEvent: z.boolean(),
  acceptedTermsVersion: z.string().max(40),
  guardianPresent: z.boolean(),
  purposeId: PurposeId.optional().describe('M24: of the city’s list, where it has one'),
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
  voidBecause: Blocker.shape.kind
    .nullable()
    .optional()
    .describe('M20: what took the time of a win that could not be placed'),
  position: z.int().nullable(),
  eventName: z.string(),
  people: z.int(),
  note: z.string(),
  purpose: Purpose.optional(),
  enteredAt: Instant,
  closesAt: Instant,
  drawAt: Instant,
  reservationId: ReservationId.nullable(),
  enteredBy: z.enum(['resident', 'staff']).optional().describe('G13: staff, for a caller'),
})
export type Entry = z.infer<typeof Entry>

/** M17, M19, G2, G3: why an entry was refused, the row's own reason. */
export const entryRefusals = {
  ...serviceStopped,
  'unknown-listing': bare,
  'no-lottery': bare,
  'not-approved': z.object({ permission: z.string() }),
  banned,
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
  'purpose-needed': bare,
  'terms-not-accepted': z.object({ termsVersion: z.string() }),
  'guardian-needed': bare,
  'wrong-listing': z.object({ use: z.enum(['free', 'paid-event']), listingId: ListingId.nullable() }),
  'too-many-wishes': z.object({ max: z.int() }),
  'wishes-of-different-rounds': bare,
  'class-not-in-lottery': z.object({ name: z.string().describe('G11: of the class') }),
  'held-by-city': z.object({ kind: z.enum(['city-use', 'closure']) }),
  'overlaps-own-entry': z.object({ entryId: EntryId }),
  'entry-quota-reached': z.object({ limit: z.int() }),
} as const

/** M19: one entry under every rule; the server makes its number after receipt (A66). The same key answers the same. */
export const enterLottery = request('lottery.call.enter-lottery.v1', {
  input: z.object({ actor: Actor, key: IdempotencyKey, form: EntryForm }),
  output: Entry,
  refusals: { ...entryRefusals, 'key-used-differently': bare },
})

/** M19, M29: until the close; from the freeze on nothing leaves the list (A64). Withdrawing again answers the same. */
export const withdrawEntry = request('lottery.call.withdraw-entry.v1', {
  input: z.object({ actor: Actor, entryId: EntryId }),
  output: Entry,
  refusals: { ...notFound, ...serviceStopped, 'entries-closed': z.object({ closedAt: Instant }) },
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

/** Claim check of notification for D, E and F. `status` is what the owner may know now. */
export const getEntryMail = request('lottery.call.get-entry-mail.v1', {
  input: z.object({ entryId: EntryId }),
  output: Entry.extend({
    venueAddress: z.string(),
    venueId: z.string(),
    placeNames,
    classId: ClassId.optional().describe('G11: of who entered, told with a loss'),
  }),
  refusals: notFound,
})

const entryRef = z.object({ entryId: EntryId, roundId: RoundId, cityId: CityId, personId: PersonId })

export const entryReceived = event('lottery.event.entry-received.v1', entryRef)
/** V4: beside `entry-received`, where staff entered it for a caller. */
export const staffActed = event('lottery.event.staff-acted.v1', StaffAct)

export const entryWithdrawn = event('lottery.event.entry-withdrawn.v1', entryRef)

const entriesToldTogether = z
  .array(entryRef.pick({ entryId: true, personId: true }))
  .min(1)
  .max(MOST_TOLD_TOGETHER)

/** P5: some entries of a round that is drawn anew, for the `redraw`th time, for their mails. */
export const drawRepeated = event(
  'lottery.event.draw-repeated.v1',
  z.object({ roundId: RoundId, cityId: CityId, redraw: z.int(), entries: entriesToldTogether }),
)

/**
 * Some entries of a round that was published, or cancelled, for their mails; told together, because ten thousand facts at seven would be as many
 * transactions beside the press. `sending` tells one wave of mails from the next, so that staff can send them again.
 */
export const resultsReady = event(
  'lottery.event.result-ready.v2',
  z.object({
    roundId: RoundId,
    cityId: CityId,
    sending: z.int(),
    entries: entriesToldTogether,
  }),
)
