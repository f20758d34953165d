import type { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import {
  Command,
  type CommandResult,
  Desired,
  type LockLeaf,
  type Presence,
  type Reported,
  readDocument,
  type ServerTime,
  type Sync,
  SyncAnswer,
  TimePush,
} from '@asaichi/contract/lock/topics.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { z } from 'zod'
import type { CodeSet } from './code-set.ts'
import type { EventLog } from './event-log.ts'
import type { Link } from './link.ts'
import type { LockClock } from './lock-clock.ts'
import type { LockStore } from './lock-store.ts'

const COMMANDS_REMEMBERED_MAX = 64

export type ConversationParts = {
  readonly boot: string
  readonly codes: CodeSet
  /** What the lock is; undefined while its bridge does not know yet. */
  readonly about: () => LockAbout | undefined
  /** What it says of itself beside the set it works on and the time. */
  readonly state: () => Pick<Reported, 'results' | 'freeSlots' | 'battery' | 'fw'>
  readonly clock: LockClock
  readonly events: EventLog
  readonly store: LockStore
  readonly log: Log
  readonly publish: Link['publish']
  /** False while the test switch drops the lock's reports. */
  readonly mayReport: () => boolean
  /** A command to look again at what is really there. */
  readonly lookAgain?: () => void
}
/** What the lock says to its gateway and does with the answers. */
export type Conversation = {
  /** The link is up: birth, report, sync, waiting events. */
  readonly begin: () => Promise<void>
  readonly hear: (leaf: LockLeaf, payload: Uint8Array) => Promise<void>
  readonly sync: () => Promise<void>
  readonly report: () => Promise<void>
  /** What the lock is has changed: a code was set at its own keypad. */
  readonly introduce: () => Promise<void>
  readonly leave: () => Promise<void>
}

export function createConversation(parts: ConversationParts): Conversation {
  const { boot, clock, codes, events, publish, store } = parts
  const commandsDone = new Set<string>()

  const presence = (state: Presence['state']): Presence => ({ state, boot, at: clock.now() })
  const sync = async () => void (await publish('sync', syncOf(codes)))
  const report = async () => {
    if (parts.mayReport()) await publish('reported', reportOf(parts), true)
  }
  const introduce = () => introduceBy(parts)
  async function hearTime(time: ServerTime, why: 'step' | 'sync') {
    const before = clock.quality()
    const offsetSeconds = clock.hear(time, why)
    if (offsetSeconds === undefined) return
    await store.keepClock(clock.kept())
    events.record({ type: 'clock-set', offsetSeconds })
    // What was reported before says that the time is unknown.
    if (clock.quality() !== before) await report()
  }
  async function takeSet(desired: Desired) {
    const { rev, epoch } = desired
    const before = codes.refused()
    const result = await codes.take(desired)
    const refused = codes.refused()
    if (result === 'applied') events.record({ type: 'set-applied', rev, epoch })
    if (result === 'refused' && refused && !isSameRefusal(before, refused))
      events.record({ type: 'set-refused', ...refused })
    await report()
  }
  async function obey(command: Command) {
    const result = resultOf(command, clock.now(), commandsDone)
    remember(commandsDone, command.id)
    await publish('cmd/res', { id: command.id, result } satisfies CommandResult)
    if (result !== 'done' || command.type !== 'resync') return
    parts.lookAgain?.()
    await report()
    await sync()
  }

  return {
    sync,
    report,
    introduce,
    async begin() {
      await publish('presence', presence('online'), true)
      await introduce()
      await report()
      await sync()
      events.handOver()
    },
    async hear(leaf, payload) {
      const read = <S extends z.ZodType>(schema: S, verb: (document: z.output<S>) => Promise<void>) =>
        readAnd({ schema, payload, log: parts.log }, verb)
      if (leaf === 'desired') await read(Desired, takeSet)
      if (leaf === 'time') await read(TimePush, time => hearTime(time, 'step'))
      if (leaf === 'sync/res') await read(SyncAnswer, time => hearTime(time, 'sync'))
      if (leaf === 'cmd') await read(Command, obey)
    },
    leave: async () => void (await publish('presence', presence('offline'), true)),
  }
}

async function introduceBy({ about, publish }: ConversationParts): Promise<void> {
  const document = about()
  if (document) await publish('about', document, true)
}

type Unread<S> = { readonly schema: S; readonly payload: Uint8Array; readonly log: Log }

async function readAnd<S extends z.ZodType>(
  { schema, payload, log }: Unread<S>,
  verb: (document: z.output<S>) => Promise<void>,
): Promise<void> {
  const document = readDocument(schema, payload)
  if (document === undefined) log.warn('document of the gateway not readable')
  else await verb(document)
}

function isSameRefusal(one: Reported['refused'], other: Reported['refused']): boolean {
  return one?.rev === other?.rev && one?.epoch === other?.epoch && one?.reason === other?.reason
}

function syncOf(codes: CodeSet): Sync {
  const current = codes.current()
  return {
    haveRev: current?.rev ?? 0,
    haveEpoch: current?.epoch ?? 0,
    haveDigest: current?.digest ?? null,
  }
}

function reportOf({ boot, clock, codes, state }: ConversationParts): Reported {
  const current = codes.current()
  return {
    rev: current?.rev ?? 0,
    epoch: current?.epoch ?? 0,
    digest: current?.digest ?? null,
    refused: codes.refused(),
    clock: { now: clock.now(), quality: clock.quality(), offsetSeconds: clock.offsetSeconds() },
    ...state(),
    boot,
  }
}

/** A command runs once, and only while it is fresh. */
function resultOf(command: Command, now: string, done: ReadonlySet<string>): CommandResult['result'] {
  if (done.has(command.id)) return 'repeated'
  return now < command.expiresAt ? 'done' : 'expired'
}

function remember(ids: Set<string>, id: string): void {
  ids.add(id)
  const [oldest] = ids
  if (ids.size > COMMANDS_REMEMBERED_MAX && oldest !== undefined) ids.delete(oldest)
}
