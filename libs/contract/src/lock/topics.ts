import { z } from 'zod'
import { LockId, VenueId } from '../ids.ts'
import { Instant } from '../time.ts'
import { TownTime } from '../town/town.ts'
import { CODES_MAX, CodeReport } from './code-report.ts'
import { Slot } from './lock-about.ts'

/** The MQTT 3.1.1 protocol between locks, their gateway and the lock service (`cloud`). */
export const TOPIC_ROOT = 'ekey/v1'
export const DOCUMENT_BYTES_MAX = 65_536

/** The place whose doors one branch of topics belongs to. */
export const SiteId = VenueId
export type SiteId = z.infer<typeof SiteId>

/** What a lock's branch holds: `ekey/v1/<site>/<lock>/<leaf>`. */
export const LOCK_LEAVES = [
  'desired',
  'credential',
  'held',
  'reported',
  'about',
  'presence',
  'event',
  'event/ack',
  'sync',
  'sync/res',
  'time',
  'cmd',
  'cmd/res',
] as const
export type LockLeaf = (typeof LOCK_LEAVES)[number]

/** What a gateway says of itself, and is told: `ekey/v1/<site>/gw/<leaf>`. */
export const GATEWAY_LEAVES = ['presence', 'status', 'time'] as const
export type GatewayLeaf = (typeof GATEWAY_LEAVES)[number]
const GATEWAY = 'gw'

export type LockAddress = { readonly site: string; readonly lock: string }
export type LockTopic =
  | (LockAddress & { readonly of: 'lock'; readonly leaf: LockLeaf })
  | { readonly of: 'gateway'; readonly site: string; readonly leaf: GatewayLeaf }

export function lockTopic(address: LockAddress, leaf: LockLeaf): string {
  return `${TOPIC_ROOT}/${address.site}/${address.lock}/${leaf}`
}

export function gatewayTopic(site: string, leaf: GatewayLeaf): string {
  return `${TOPIC_ROOT}/${site}/${GATEWAY}/${leaf}`
}

/** A subscription to one leaf of every lock, of one site or of all; only `cloud` may use it. */
export function everyLock(leaf: LockLeaf, site = '+'): string {
  return `${TOPIC_ROOT}/${site}/+/${leaf}`
}

/** A concrete topic of the protocol, or undefined; a wildcard is never concrete. */
export function parseLockTopic(topic: string): LockTopic | undefined {
  if (!topic.startsWith(`${TOPIC_ROOT}/`)) return undefined
  const [site = '', branch = '', ...rest] = topic.slice(TOPIC_ROOT.length + 1).split('/')
  const path = rest.join('/')
  if (!SiteId.safeParse(site).success) return undefined
  if (branch === GATEWAY) {
    const leaf = GATEWAY_LEAVES.find(each => each === path)
    return leaf && { of: 'gateway', site, leaf }
  }
  const leaf = LOCK_LEAVES.find(each => each === path)
  return leaf && DeviceLockId.safeParse(branch).success ? { of: 'lock', site, lock: branch, leaf } : undefined
}

/** The branch `gw` and the client ids of the lock service are taken. */
export const DeviceLockId = LockId.refine(
  id => id !== GATEWAY && !id.startsWith('cloud'),
  'reserved for the gateway and the lock service',
)

const Rev = z.int().min(1)
const Epoch = z.int().min(1)
const Digest = z.string().regex(/^[0-9a-f]{64}$/)
// Starts with a letter or digit, so that no id can be __proto__.
const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
/** One run of a lock's program, drawn at random when it starts; (lock, boot, seq) names an event for ever. */
const Boot = Id

export const CodeKind = z.enum(['guest', 'staff', 'cleaning', 'emergency', 'backup', 'duress'])
export type CodeKind = z.infer<typeof CodeKind>

/** Half-open: opens at `from`, no longer at `to`. */
export const LockWindow = z
  .strictObject({ from: Instant, to: Instant })
  .refine(({ from, to }) => from < to, 'a window ends after it begins')
export type LockWindow = z.infer<typeof LockWindow>

export const DesiredCode = z
  .strictObject({
    id: Id,
    kind: CodeKind,
    windows: z.array(LockWindow).max(64).describe('none = always; staff and emergency only'),
    len: z.int().min(4).max(10),
    ct: z
      .string()
      .regex(/^[A-Za-z0-9_-]{43,51}$/)
      .describe('sealed digits: base64url of iv(12) ‖ ciphertext ‖ tag(16)'),
  })
  .refine(code => code.windows.length > 0 || isAlwaysAllowed(code.kind), 'a code without a window')
export type DesiredCode = z.infer<typeof DesiredCode>

/** Staff and emergency codes may be valid for ever, and go on when the clock or the document is too old. */
export function isAlwaysAllowed(kind: CodeKind): boolean {
  return kind === 'staff' || kind === 'emergency'
}

/** The whole set of a lock; a higher `rev` replaces everything. */
export const Desired = z.strictObject({
  rev: Rev,
  epoch: Epoch,
  digest: Digest,
  issuedAt: Instant,
  notAfter: Instant.describe('from here on only staff and emergency codes open'),
  zone: z.string().regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/),
  codes: z
    .array(DesiredCode)
    .max(CODES_MAX)
    .refine(codes => new Set(codes.map(code => code.id)).size === codes.length, 'a code id twice'),
})
export type Desired = z.infer<typeof Desired>

export const SetRefusal = z.enum([
  'malformed',
  'unknown-lock',
  'older-epoch',
  'older-rev',
  'digest-conflict',
  'digest-mismatch',
])
export type SetRefusal = z.infer<typeof SetRefusal>

/** By what a lock is known to its gateway. The highest `serial` counts; of the same one what the site's file says. */
export const Credential = z.strictObject({
  passwordHash: Digest.nullable().describe(
    'SHA-256 of the password, in hex; null = no lock hangs at the door',
  ),
  formerHash: Digest.optional().describe('of the password before, while both are good'),
  serial: z.int().min(1).optional().describe('left out = 1'),
})
export type Credential = z.infer<typeof Credential>

/** The gateway's word that a set is on its disk (at_gateway), or that it was not taken; `held` is retained. */
export const Held = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('held'), rev: Rev, epoch: Epoch, digest: Digest, at: Instant }),
  z.strictObject({ status: z.literal('refused'), reason: SetRefusal, rev: Rev.nullable(), at: Instant }),
])
export type Held = z.infer<typeof Held>

export const ClockQuality = z.enum(['known', 'unknown'])
export type ClockQuality = z.infer<typeof ClockQuality>

/**
 * The lock's own word (at_lock). `rev` is the set it works on, 0 and no digest before the first; what is on the lock is in
 * `results` alone.
 */
export const Reported = z.strictObject({
  rev: z.int().min(0),
  epoch: z.int().min(0),
  digest: Digest.nullable(),
  results: z.array(CodeReport).max(2 * CODES_MAX),
  refused: z.strictObject({ rev: Rev, epoch: Epoch, reason: SetRefusal }).nullable(),
  freeSlots: z.int().min(0),
  clock: z.strictObject({ now: Instant, quality: ClockQuality, offsetSeconds: z.number() }),
  battery: z.int().min(0).max(100).nullable(),
  fw: z.string().max(64),
  boot: Boot,
})
export type Reported = z.infer<typeof Reported>

/** Birth and will carry the same boot, so a will that arrives after the rebirth can be told. */
export const Presence = z.strictObject({ state: z.enum(['online', 'offline']), boot: Boot, at: Instant })
export type Presence = z.infer<typeof Presence>

/** The class of a denial; the digits typed are never kept. */
export const DenialReason = z.enum(['unknown', 'not-yet', 'ended', 'paused', 'clock-unknown'])
export type DenialReason = z.infer<typeof DenialReason>

const eventBase = { boot: Boot, seq: z.int().min(1), at: Instant, clock: ClockQuality }
export const LockEvent = z.discriminatedUnion('type', [
  z.strictObject({ ...eventBase, type: z.literal('boot'), fw: z.string().max(64) }),
  z.strictObject({
    ...eventBase,
    type: z.literal('unlocked'),
    by: z.literal('code'),
    codeId: Id,
    kind: CodeKind,
  }),
  z.strictObject({ ...eventBase, type: z.literal('denied'), reason: DenialReason, codeId: Id.optional() }),
  z.strictObject({ ...eventBase, type: z.literal('locked'), by: z.enum(['button', 'auto']) }),
  z.strictObject({ ...eventBase, type: z.literal('set-applied'), rev: Rev, epoch: Epoch }),
  z.strictObject({
    ...eventBase,
    type: z.literal('set-refused'),
    rev: Rev,
    epoch: Epoch,
    reason: SetRefusal,
  }),
  z.strictObject({ ...eventBase, type: z.literal('clock-set'), offsetSeconds: z.number() }),
  z.strictObject({ ...eventBase, type: z.literal('paused'), seconds: z.int().min(1) }),
  z.strictObject({ ...eventBase, type: z.literal('factory-reset') }),
  // What somebody does at the lock itself, beside what it is sent; null where the lock cannot say which place.
  z.strictObject({ ...eventBase, type: z.literal('foreign-code'), slot: Slot.nullable() }),
  z.strictObject({ ...eventBase, type: z.literal('foreign-unlock'), slot: Slot.nullable() }),
  z.strictObject({ ...eventBase, type: z.literal('changed-outside'), slot: Slot.nullable() }),
  z.strictObject({ ...eventBase, type: z.literal('tamper') }),
  z.strictObject({
    ...eventBase,
    type: z.literal('battery-low'),
    percent: z.int().min(0).max(100).nullable(),
  }),
])
export type LockEvent = z.infer<typeof LockEvent>

/** `cloud` has committed the event; until then the gateway keeps it and sends it again. */
export const EventAck = z.strictObject({ boot: Boot, seq: z.int().min(1) })
export type EventAck = z.infer<typeof EventAck>

/** A lock asks for its set and the time, on every connect and now and then. */
export const Sync = z.strictObject({
  haveRev: z.int().min(0),
  haveEpoch: z.int().min(0),
  haveDigest: Digest.nullable(),
})
export type Sync = z.infer<typeof Sync>

/** The gateway's time; `held` is the demo's: the town's clock stands still there, and so does the lock's. */
export const ServerTime = z.strictObject({ serverTime: Instant, held: z.boolean() })
export type ServerTime = z.infer<typeof ServerTime>

/** `sent`: the set of the gateway follows on `desired`. */
export const SyncAnswer = ServerTime.extend({ status: z.enum(['same', 'sent', 'none']) })
export type SyncAnswer = z.infer<typeof SyncAnswer>

/** The gateway's clock was set: locks follow at once, whatever the size of the step. */
export const TimePush = ServerTime
export type TimePush = ServerTime

/** Single use and short-lived; never retained. */
export const Command = z.strictObject({ id: Id, type: z.enum(['identify', 'resync']), expiresAt: Instant })
export type Command = z.infer<typeof Command>

export const CommandResult = z.strictObject({ id: Id, result: z.enum(['done', 'expired', 'repeated']) })
export type CommandResult = z.infer<typeof CommandResult>

export const GatewayPresence = z.strictObject({ state: z.enum(['online', 'offline']), at: Instant })
export type GatewayPresence = z.infer<typeof GatewayPresence>
export const GatewayStatus = z.strictObject({
  locks: z.int(),
  locksOnline: z.int(),
  eventsWaiting: z.int(),
  eventsDropped: z.int(),
  cloudConnected: z.boolean(),
  at: Instant,
})
export type GatewayStatus = z.infer<typeof GatewayStatus>

/** Demo and tests, from `cloud`: the town's time; a gateway with a real clock ignores it. */
export const GatewayTime = TownTime
export type GatewayTime = TownTime

/** Reads one document off the wire; undefined for too many bytes, bad JSON or another shape. */
export function readDocument<S extends z.ZodType>(schema: S, bytes: Uint8Array): z.output<S> | undefined {
  if (bytes.length > DOCUMENT_BYTES_MAX) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
