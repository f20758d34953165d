import { z } from 'zod'
import { CityId, ListingId, RoundId, SpaceId } from '../ids.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'

/**
 * V1: the public record of one draw, from which anyone gets the same winners again. Pseudonymous: no name, no member number, and
 * an entrant cannot be recognised from one round to the next.
 *
 * Bytes are hashed as canonical JSON (RFC 8785 for null, booleans, strings and integers only): object keys sorted, no white space,
 * UTF-8. With `‖` for joining bytes and H for SHA-256:
 * - leaf 0 is the round itself, `{bundleVersion, roundId, cityId, dates, opensAt, closesAt, drawAt, rule, commitment, listings,
 *   freeze: {at, count}}`; leaves 1 to n are the entries, sorted by `entryId`. `freeze.root` is the RFC 6962 tree hash over them:
 *   H(0x00 ‖ leaf), H(0x01 ‖ left ‖ right).
 * - `seed` = H("draw-v1" ‖ root ‖ chance), chance being `beacon.randomness` or `beacon.secret`, all as bytes.
 * - An entry's rank is HMAC-SHA256(seed, roundId ‖ entryId), the ids as text; smaller first, ties by `entryId`.
 * - In that order each entry that is not excluded gets the first of its wishes to which none of these applies, tried in this order:
 *   `month-limit` (`priorWins` + wins in this round reach `winsPerMonth`), `day-limit` (wins on that date reach `winsPerDay`),
 *   `own-overlap` (the entrant has won an overlapping time on that date, G3), `taken` (a space of the listing is won for an
 *   overlapping time on that date). Times are half-open, `[from, to)`.
 * - `resultDigest` = H(the whole bundle without `resultDigest`).
 */
export const DRAW_VERSION = 'draw-v1'

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const LowerRoundId = RoundId.regex(/^[0-9a-f-]+$/)
/** A random UUID (version 4), made by the server after receipt: it cannot be chosen, and it does not tell when the entry came. */
export const EntryId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

export const DrawRule = z.strictObject({
  /** The algorithm above. */
  version: z.literal(DRAW_VERSION),
  /** G2: wins one entrant may hold in the use month, earlier rounds included; null = no limit. */
  winsPerMonth: z.int().min(0).nullable(),
  /** Wins one entrant may get on one use date. */
  winsPerDay: z.int().min(1),
  /** Wishes one entry may hold. */
  maxWishes: z.int().min(1).max(10),
})
export type DrawRule = z.infer<typeof DrawRule>

/** A public randomness beacon of drand's scheme `bls-unchained-g1-rfc9380`. */
export const BeaconChain = z.strictObject({
  /** The chain hash, under which the beacon's rounds are served. */
  hash: Hex32,
  /** The group's public key, a compressed point of G2. */
  publicKey: z.string().regex(/^[0-9a-f]{192}$/),
  /** The time of round 1, in seconds of Unix time. */
  genesis: z.int().min(0).max(100_000_000_000),
  /** Seconds from one round to the next. */
  period: z.int().min(1).max(600),
})
export type BeaconChain = z.infer<typeof BeaconChain>

/** What the city bound itself to when the round opened. */
export const DrawCommitment = z.strictObject({
  /** When it was made public. */
  publishedAt: Instant,
  /** Whose randomness decides. */
  chain: BeaconChain,
  /** The one round of that beacon that decides; it must come after the freeze. */
  beaconRound: z.int().min(1).max(10_000_000_000),
  /** H(secret): the secret replaces the beacon only in an outage. */
  fallbackHash: Hex32,
})
export type DrawCommitment = z.infer<typeof DrawCommitment>

const DrawListing = z.strictObject({
  /** What is wished for; several listings may block the same space. */
  listingId: ListingId,
  /** Every space that a booking of the listing takes: its own, and all parts of it (M13). Sorted. */
  spaceIds: z.array(SpaceId).min(1).max(100),
})

export const DrawWish = z.strictObject({
  listingId: ListingId,
  /** The use date. */
  date: LocalDate,
  from: TimeOfDay,
  to: TimeOfDay,
})
export type DrawWish = z.infer<typeof DrawWish>

export const DrawEntry = z.strictObject({
  entryId: EntryId,
  /** Pseudonym of the person or group the entry counts for: an HMAC under a key of this round that is never published. */
  entrant: Hex32,
  /** Wins the entrant already held in the use month at the freeze; the same in all its entries. */
  priorWins: z.int().min(0),
  /** In the order of preference. */
  wishes: z.array(DrawWish).min(1).max(10),
})
export type DrawEntry = z.infer<typeof DrawEntry>

/** A round whose list is closed for good: nothing enters or leaves it any more. */
export const FrozenRound = z.strictObject({
  bundleVersion: z.literal(DRAW_VERSION),
  roundId: LowerRoundId,
  cityId: CityId,
  /** The use dates drawn together, all of one month: one day where windows roll, the month where they are monthly. */
  dates: z.strictObject({ first: LocalDate, last: LocalDate }),
  /** Entries are taken from here … */
  opensAt: Instant,
  /** … until before here. */
  closesAt: Instant,
  /** When results become visible. */
  drawAt: Instant,
  rule: DrawRule,
  commitment: DrawCommitment,
  /** What each listing takes, sorted by id. */
  listings: z.array(DrawListing),
  freeze: z.strictObject({
    /** When the list was closed for good; the root is published at once, before the beacon's round. */
    at: Instant,
    /** How many entries are in the list. */
    count: z.int().min(0),
    /** The one value to note down: it fixes everything above and all entries. */
    root: Hex32,
  }),
  /** Sorted by id. */
  entries: z.array(DrawEntry),
})
export type FrozenRound = z.infer<typeof FrozenRound>

export const DrawBeacon = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('drand'),
    round: z.int().min(1).max(10_000_000_000),
    /** The beacon's signature of the round, a compressed point of G1. */
    signature: z.string().regex(/^[0-9a-f]{96}$/),
    /** H(signature). */
    randomness: Hex32,
  }),
  z.strictObject({
    kind: z.literal('fallback'),
    /** 32 random bytes that the city knew from the opening on; the commitment holds their hash. */
    secret: Hex32,
    /** The outage the city claims. The beacon's rounds stay public, so anyone can see whether it was up. */
    reason: z.enum(['unreachable', 'signature-not-valid']),
    claimedAt: Instant,
  }),
])
export type DrawBeacon = z.infer<typeof DrawBeacon>

/** An entry that is passed over though it is in the list. It keeps its rank, so nobody else moves. */
export const DrawExclusion = z.strictObject({
  entryId: EntryId,
  reason: z.enum(['withdrawn', 'suspended']),
  /** Before the beacon's round, or the city could choose whom to exclude. */
  at: Instant,
})
export type DrawExclusion = z.infer<typeof DrawExclusion>

export const WishVerdict = z.enum(['won', 'month-limit', 'day-limit', 'own-overlap', 'taken'])
export type WishVerdict = z.infer<typeof WishVerdict>

export const DrawResult = z.strictObject({
  entryId: EntryId,
  /** The place in the order of the draw, from 1; excluded entries have theirs too. */
  position: z.int().min(1),
  outcome: z.enum(['won', 'lost', 'excluded']),
  /** Index of the wish that won. */
  wish: z.int().min(0).nullable(),
  /** What became of each wish that was tried; wishes after the won one are not tried. */
  verdicts: z.array(WishVerdict).max(10),
})
export type DrawResult = z.infer<typeof DrawResult>

export const DrawBundle = FrozenRound.extend({
  beacon: DrawBeacon,
  seed: Hex32,
  /** Sorted by entry id; empty in an ordinary draw. */
  exclusions: z.array(DrawExclusion),
  /** Every entry once, by position. */
  results: z.array(DrawResult),
  resultDigest: Hex32,
})
export type DrawBundle = z.infer<typeof DrawBundle>

/** "Your entry, your rank, how to check": what a page shows one entrant. */
export const DrawExplanation = z.strictObject({
  roundId: LowerRoundId,
  entry: DrawEntry,
  result: DrawResult,
  /** How many entries were drawn. */
  of: z.int(),
  /** HMAC-SHA256(seed, roundId ‖ entryId): the smaller, the further ahead. */
  rank: Hex32,
  wishes: z.array(
    DrawWish.extend({
      /** null = not tried, because an earlier wish won. */
      verdict: WishVerdict.nullable(),
      /** Entries further ahead, and not excluded, that wished for an overlapping time of the same space. */
      ahead: z.int(),
      /** The winners that hold an overlapping time of the same space. */
      heldBy: z.array(
        z.strictObject({
          entryId: EntryId,
          entrant: Hex32,
          position: z.int(),
          from: TimeOfDay,
          to: TimeOfDay,
        }),
      ),
    }),
  ),
  /** RFC 6962 audit path from `leaf`, the entry's canonical JSON, to the published root. */
  inclusion: z.strictObject({
    leaf: z.string(),
    leafIndex: z.int().min(1),
    treeSize: z.int().min(2),
    path: z.array(Hex32),
    root: Hex32,
  }),
  check: z.strictObject({
    seed: Hex32,
    resultDigest: Hex32,
    beacon: DrawBeacon,
    /** Where the beacon's round can be read from the beacon itself. */
    beaconUrl: z.url(),
    /** A shell line that prints `rank`. */
    rankCommand: z.string(),
    /** Shell lines that check the whole bundle. */
    bundleCommands: z.array(z.string()),
  }),
})
export type DrawExplanation = z.infer<typeof DrawExplanation>
