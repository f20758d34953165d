import { join } from 'node:path'
import {
  type EventAck,
  type LockAddress,
  LockEvent,
  lockTopic,
  SiteId,
} from '@asaichi/contract/lock/topics.ts'
import { Journal } from '@asaichi/lock-protocol/journal.ts'
import type { Log } from '@asaichi/service/log.ts'
import { z } from 'zod'
import type { Publish } from './publisher.ts'

const EVENTS_MAX = 100_000
const IN_FLIGHT_MAX = 64
const RESEND_MS = 30_000

const KeptEvent = z.object({ site: SiteId, lock: z.string(), event: LockEvent })
type KeptEvent = z.output<typeof KeptEvent>

/** Keeps the locks' events on disk and sends them to `cloud` in order, until each was acknowledged. */
export type EventForwarder = {
  /** Resolves once the event survives a crash; an event that is already kept changes nothing. */
  readonly keep: (lock: LockAddress, event: LockEvent) => Promise<void>
  readonly acknowledge: (lock: LockAddress, ack: EventAck) => Promise<void>
  /** From the oldest again: `cloud` came back, and may not have had what was under way. */
  readonly resend: () => void
  readonly waiting: () => number
  readonly dropped: () => number
} & AsyncDisposable

type ForwarderOptions = {
  readonly dataDir: string
  readonly log: Log
  readonly publish: Publish
  readonly isCloudConnected: () => boolean
}

export async function openEventForwarder(options: ForwarderOptions): Promise<EventForwarder> {
  const path = join(options.dataDir, 'events.jsonl')
  const journal = await Journal.open({ path, schema: KeptEvent, entriesMax: EVENTS_MAX })
  const inFlight = new Set<string>()
  let acksSinceCheck = 0

  function pump() {
    if (!options.isCloudConnected()) return
    const next = journal.oldest(IN_FLIGHT_MAX).filter(({ key }) => !inFlight.has(key))
    for (const { key, value } of next.slice(0, IN_FLIGHT_MAX - inFlight.size)) {
      inFlight.add(key)
      options
        .publish(lockTopic(value, 'event'), value.event)
        .catch((err: unknown) => options.log.warn({ err }, 'event not sent'))
    }
  }
  function resend() {
    inFlight.clear()
    pump()
  }
  const timer = setInterval(() => {
    if (acksSinceCheck === 0 && journal.size > 0) resend()
    acksSinceCheck = 0
  }, RESEND_MS)

  return {
    async keep({ site, lock }, event) {
      await journal.append(keyOf(lock, event), { site, lock, event })
      pump()
    },
    async acknowledge({ lock }, ack) {
      acksSinceCheck += 1
      inFlight.delete(keyOf(lock, ack))
      await journal.remove(keyOf(lock, ack))
      pump()
    },
    resend,
    waiting: () => journal.size,
    dropped: () => journal.dropped,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await journal[Symbol.asyncDispose]()
    },
  }
}

function keyOf(lock: string, { boot, seq }: { readonly boot: string; readonly seq: number }): string {
  return `${lock}/${boot}/${seq}`
}
