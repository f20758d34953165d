import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import type { Desired, LockEvent } from '@asaichi/contract/lock/topics.ts'
import { type CodeSet, openCodeSet } from '@asaichi/lock-client/code-set.ts'
import { createConversation } from '@asaichi/lock-client/conversation.ts'
import { createEventLog } from '@asaichi/lock-client/event-log.ts'
import { linkOf, openLink } from '@asaichi/lock-client/link.ts'
import { createLockClock, unknownClock } from '@asaichi/lock-client/lock-clock.ts'
import { openLockStore } from '@asaichi/lock-client/lock-store.ts'
import { createOrder } from '@asaichi/lock-client/order.ts'
import { keyedHash, openCode } from '@asaichi/lock-protocol/envelope.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { LockDriver } from './driver.ts'
import { type Host, openHost } from './host.ts'
import { openLedgerFile } from './ledger-file.ts'
import { clipped, type Wanted } from './planner/wanted.ts'

const SYNC_MS = 60_000
const TICK_MS = 500

export type DriverLockOptions = {
  readonly lockId: string
  readonly site: string
  readonly mqttUrl: string
  readonly caFile?: string | undefined
  readonly key: Uint8Array
  readonly password: string
  readonly dataDir: string
  readonly driver: LockDriver
  readonly log: Log
  /** The bridge's own clock, in ms since 1970; the gateway's time corrects it. */
  readonly crystalMs: () => number
}
export type DriverLock = { readonly host: Host; readonly isUp: () => boolean } & AsyncDisposable

/** A lock of some maker as the gateway sees it: one that speaks the protocol. Here, and nowhere above, the digits are opened. */
export async function startDriverLock(options: DriverLockOptions): Promise<DriverLock> {
  const { codes, conversation, events, host, inOrder, link, store } = await openParts(
    options,
    () => void tick(),
  )
  events.record({ type: 'boot', fw: options.driver.firmware() })
  let told = ''
  let taken: Desired | undefined
  async function work() {
    const document = codes.document()
    if (document !== taken) host.want(wantedOf(options, document))
    taken = document
    await host.tick()
    const about = JSON.stringify(aboutOf(host))
    const report = JSON.stringify(host.report())
    if (told === about + report) return
    await conversation.introduce()
    await conversation.report()
    told = about + report
  }
  let isWorking = false
  const tick = async () => {
    if (isWorking) return
    isWorking = true
    await work().catch((err: unknown) => options.log.error({ err }, 'lock not kept'))
    isWorking = false
  }
  const timers = [
    setInterval(() => void tick(), TICK_MS),
    setInterval(() => void inOrder(conversation.sync), SYNC_MS),
  ]
  return {
    host,
    isUp: link.isUp,
    async [Symbol.asyncDispose]() {
      for (const timer of timers) clearInterval(timer)
      await inOrder(conversation.leave)
      await link[Symbol.asyncDispose]()
      await host.settled()
      await options.driver[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
    },
  }
}

async function openParts(
  { lockId, site, key, dataDir, driver, log, ...options }: DriverLockOptions,
  onNews: () => void,
) {
  const store = await openLockStore(dataDir)
  const codes = await openCodeSet({ lockId, key }, store, opened => opened)
  const clock = createLockClock(options.crystalMs)
  clock.restore((await store.clock()) ?? unknownClock)
  const boot = randomBytes(8).toString('hex')
  const inOrder = createOrder(log)
  const link = openLink({
    ...linkOf({ lockId, site, log, ...options }, { boot, at: clock.now() }),
    onUp: () => void inOrder(() => conversation.begin()),
    onDocument: (leaf, payload) => void inOrder(() => conversation.hear(leaf, payload)).then(onNews),
  })
  const { publish } = link
  const events = createEventLog({
    journal: store.events,
    boot,
    clock,
    log,
    send: (event: LockEvent) => publish('event', event),
  })
  const host = await openHost({
    driver,
    file: await openLedgerFile(join(dataDir, 'ledger.json')),
    hashOf: digits => keyedHash(key, digits),
    now: () => (clock.quality() === 'known' ? clock.now() : undefined),
    onFact: events.record,
    log,
  })
  const conversation = createConversation({
    boot,
    codes,
    about: () => aboutOf(host),
    state: () => stateOf({ codes, host, driver }),
    clock,
    events,
    store,
    log,
    publish,
    mayReport: () => true,
    lookAgain: host.lookAgain,
  })
  return { codes, conversation, events, host, inOrder, link, store }
}

function wantedOf({ lockId, key }: DriverLockOptions, desired: Desired | undefined): readonly Wanted[] {
  if (!desired) return []
  const { epoch, notAfter } = desired
  return desired.codes.flatMap(({ id, kind, windows, len, ct }) => {
    const digits = openCode(key, { lockId, epoch, codeId: id }, ct)
    if (digits?.length !== len) return []
    return clipped({ codeId: id, kind, digits, hash: keyedHash(key, digits), windows }, notAfter) ?? []
  })
}

function aboutOf(host: Host): LockAbout | undefined {
  const can = host.capabilities()
  if (!can) return undefined
  const { slots, pin, timing, readback, wakeMinutes } = can
  return { slots: slots.count, pin, timing, readback, wakeMinutes, foreignSlots: [...host.foreign()] }
}

type Told = { readonly codes: CodeSet; readonly host: Host; readonly driver: LockDriver }

function stateOf({ codes, host, driver }: Told) {
  const report = host.report()
  const told = new Set(report.map(({ id }) => id))
  const rest = (codes.current()?.results ?? []).filter(({ id }) => !told.has(id))
  const slots = host.capabilities()?.slots.count ?? 0
  return {
    // A code that was never opened keeps its reason; one whose time is over has none.
    results: [
      ...report,
      ...rest.map(row => (row.result === 'stored' ? { id: row.id, result: 'unconfirmed' as const } : row)),
    ],
    freeSlots: Math.max(0, slots - host.foreign().length - host.placesUsed()),
    battery: host.battery(),
    fw: driver.firmware(),
  }
}
