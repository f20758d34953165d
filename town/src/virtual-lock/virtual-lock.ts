import { randomBytes } from 'node:crypto'
import { CODES_MAX } from '@asaichi/contract/lock/code-report.ts'
import type { Key } from '@asaichi/contract/lock/keypad.ts'
import type { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import type { LockEvent } from '@asaichi/contract/lock/topics.ts'
import { openCodeSet } from '@asaichi/lock-client/code-set.ts'
import { createConversation } from '@asaichi/lock-client/conversation.ts'
import { createEventLog } from '@asaichi/lock-client/event-log.ts'
import { fitCodes, type KeypadMemory } from '@asaichi/lock-client/keypad-memory.ts'
import { linkOf, openLink } from '@asaichi/lock-client/link.ts'
import { createLockClock, unknownClock } from '@asaichi/lock-client/lock-clock.ts'
import { openLockStore } from '@asaichi/lock-client/lock-store.ts'
import { createOrder } from '@asaichi/lock-client/order.ts'
import { keyedHash } from '@asaichi/lock-protocol/envelope.ts'
import type { Log } from '@asaichi/service/log.ts'
import { createDoor, type DoorState } from './door.ts'
import { judgeEntry } from './judge-entry.ts'

const FIRMWARE = 'virtual-1'
const BATTERY_PERCENT = 87
const SYNC_MS = 60_000
const SETTLE_MS = 200
const ANYTHING: Pick<LockAbout, 'slots' | 'pin'> = {
  slots: CODES_MAX,
  pin: { min: 4, max: 10, rules: [] },
}

export type VirtualLockOptions = {
  readonly lockId: string
  readonly site: string
  readonly mqttUrl: string
  readonly caFile?: string | undefined
  readonly key: Uint8Array
  readonly password: string
  readonly dataDir: string
  readonly log: Log
  /** 0 = the door stays unlocked until someone presses the square. */
  readonly autoLockMs?: number
  /** What its keypad can hold; as much as a set may have, and any digits, unless told. */
  readonly holds?: Pick<LockAbout, 'slots' | 'pin'>
  /** How often the lock asks for its set and the time while connected. */
  readonly syncMs?: number
  /** The crystal of the lock's clock, in ms since 1970. */
  readonly crystalMs?: () => number
  /** A clock that only runs forward, for pauses and lights. */
  readonly uptimeMs?: () => number
}
export type LockState = DoorState & {
  readonly lockId: string
  readonly rev: number
  readonly epoch: number
  readonly codes: number
  readonly online: boolean
  readonly eventsWaiting: number
  readonly clock: {
    readonly now: string
    readonly quality: 'known' | 'unknown'
    readonly offsetSeconds: number
  }
}
/** What tests and demos can break. */
export type Switches = {
  readonly offline?: boolean | undefined
  readonly dropReports?: boolean | undefined
  readonly clockSkewSeconds?: number | undefined
  readonly factoryReset?: boolean | undefined
  /** Somebody sets these digits at the keypad itself, beside what it is sent. */
  readonly foreignCode?: string | undefined
}
export type VirtualLock = {
  readonly press: (key: Key) => void
  readonly state: () => LockState
  readonly flip: (switches: Switches) => Promise<void>
} & AsyncDisposable

/** A lock with its own memory, clock and judgement, speaking the real protocol. */
export async function startVirtualLock(options: VirtualLockOptions): Promise<VirtualLock> {
  const parts = await openParts(options)
  const { clock, codes, conversation, door, events, foreign, inOrder, link, store, switches } = parts
  events.record({ type: 'boot', fw: FIRMWARE })
  const timers = [
    setInterval(() => door.settle(), SETTLE_MS),
    setInterval(() => void inOrder(conversation.sync), options.syncMs ?? SYNC_MS),
  ]

  async function resetToFactory() {
    await store.wipe()
    codes.forget()
    foreign.clear()
    clock.restore(unknownClock)
    events.record({ type: 'factory-reset' })
    await conversation.report()
    await conversation.sync()
  }
  async function setAtKeypad(digits: string) {
    const slot = foreign.size
    foreign.set(slot, keyedHash(options.key, digits))
    events.record({ type: 'foreign-code', slot })
    await codes.fitAgain()
    await conversation.introduce()
    await conversation.report()
  }
  return {
    press: door.press,
    state: () => stateOf(options.lockId, parts),
    async flip({ offline, dropReports, clockSkewSeconds, factoryReset, foreignCode }) {
      if (dropReports !== undefined) switches.dropReports = dropReports
      if (clockSkewSeconds !== undefined) clock.skew(clockSkewSeconds)
      if (factoryReset) await inOrder(resetToFactory)
      if (foreignCode !== undefined) await inOrder(() => setAtKeypad(foreignCode))
      if (offline === undefined || offline === switches.offline) return
      switches.offline = offline
      if (offline) await link.cut()
      else link.mend()
    },
    async [Symbol.asyncDispose]() {
      for (const timer of timers) clearInterval(timer)
      await inOrder(conversation.leave)
      await link[Symbol.asyncDispose]()
      await inOrder(async () => {})
      await store[Symbol.asyncDispose]()
    },
  }
}

async function openParts(options: VirtualLockOptions) {
  const { lockId, key, log } = options
  const store = await openLockStore(options.dataDir)
  const foreign = new Map<number, string>()
  const memory = (): KeypadMemory => ({ ...(options.holds ?? ANYTHING), foreign })
  const codes = await openCodeSet({ lockId, key }, store, (opened, desired) =>
    fitCodes(opened, desired, memory()),
  )
  const clock = createLockClock(options.crystalMs ?? Date.now)
  clock.restore((await store.clock()) ?? unknownClock)
  // Drawn anew at every start, so that the events of two runs never share a number, a factory reset included.
  const boot = randomBytes(8).toString('hex')
  const switches = { offline: false, dropReports: false }
  const inOrder = createOrder(log)
  const link = openLink({
    ...linkOf(options, { boot, at: clock.now() }),
    onUp: () => void inOrder(() => conversation.begin()),
    onDocument: (leaf, payload) => void inOrder(() => conversation.hear(leaf, payload)),
  })
  const { publish } = link
  const send = (event: LockEvent) => publish('event', event)
  const events = createEventLog({ journal: store.events, boot, clock, log, send })
  const mayReport = () => !switches.dropReports
  const conversation = createConversation({
    boot,
    codes,
    about: () => aboutOf(memory()),
    state: () => ({
      results: codes.current()?.results ?? [],
      freeSlots: freeSlotsOf(memory(), codes.current()?.codes.length ?? 0),
      battery: BATTERY_PERCENT,
      fw: FIRMWARE,
    }),
    clock,
    events,
    store,
    log,
    publish,
    mayReport,
  })
  const { record } = events
  const door = createDoor({
    now: clock.now,
    uptimeMs: options.uptimeMs ?? (() => performance.now()),
    autoLockMs: options.autoLockMs ?? 0,
    judge: digits => judgeEntry({ key, codes, foreign, clock, record }, digits),
    onLocked: by => record({ type: 'locked', by }),
    onPaused: seconds => record({ type: 'paused', seconds }),
  })
  return { clock, codes, conversation, door, events, foreign, inOrder, link, store, switches }
}

function aboutOf({ slots, pin, foreign }: KeypadMemory): LockAbout {
  const foreignSlots = [...foreign.keys()]
  return { timing: 'lock', readback: 'value', wakeMinutes: 0, slots, pin, foreignSlots }
}

function freeSlotsOf({ slots, foreign }: KeypadMemory, codes: number): number {
  return Math.max(0, slots - foreign.size - codes)
}

function stateOf(lockId: string, { clock, codes, door, events, link }: Parts): LockState {
  const current = codes.current()
  return {
    lockId,
    ...door.state(),
    rev: current?.rev ?? 0,
    epoch: current?.epoch ?? 0,
    codes: current?.codes.length ?? 0,
    online: link.isUp(),
    eventsWaiting: events.waiting(),
    clock: { now: clock.now(), quality: clock.quality(), offsetSeconds: clock.offsetSeconds() },
  }
}

type Parts = Pick<Awaited<ReturnType<typeof openParts>>, 'clock' | 'codes' | 'door' | 'events' | 'link'>
