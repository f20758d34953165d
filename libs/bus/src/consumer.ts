import { setTimeout as pause } from 'node:timers/promises'
import type { Service } from '@asaichi/contract/define.ts'
import { replayOutboxOf } from '@asaichi/contract/town/town.ts'
import type { Log } from '@asaichi/service/log.ts'
import { counter } from '@asaichi/service/metrics.ts'
import { inSpan, withTrace } from '@asaichi/service/trace.ts'
import type { Database } from '@asaichi/store/database.ts'
import {
  type ConsumerMessages,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
} from '@nats-io/jetstream'
import { sql } from 'kysely'
import { applyEvent, type Listener } from './apply-event.ts'
import type { Call } from './call.ts'
import { countFailedTry, forgetFailedTries, MOST_TRIES } from './failed-tries.ts'
import type { Link } from './link.ts'
import { type Incoming, park } from './parked.ts'
import { ACK_WAIT_MS, streamOf } from './topology.ts'
import { isTransient } from './transient.ts'
import { header, NATS, TRACE } from './wire.ts'

type Setting<T> = {
  readonly from: Service
  readonly listener: Service
  readonly listeners: readonly Listener<T>[]
  readonly database: Database<T>
  readonly js: JetStreamClient
  readonly manager: JetStreamManager
  readonly link: Link
  readonly call: Call
  readonly log: Log
}

const PULL = { max_messages: 50, expires: 5_000 } as const
const FIRST_BACKOFF_MS = 200
const MOST_BACKOFF_MS = 2_000
const RECOVER_MS = 500
const AWAY_MS = 100
const REPLAY_MS = 60_000

/** Reads one producer's facts in order, one at a time, acknowledging after the commit. Survives a bus that was stopped, wiped or rolled back. */
export class Consumer<T> implements AsyncDisposable {
  readonly #setting: Setting<T>
  readonly #loop: Promise<void>
  #stopped = false
  #pulling: ConsumerMessages | undefined

  constructor(setting: Setting<T>) {
    this.#setting = setting
    this.#loop = this.#run()
  }

  /** Facts published but not yet applied here. */
  async pending(): Promise<number> {
    const { manager, from, listener } = this.#setting
    const info = await manager.consumers.info(streamOf(from), listener)
    return info.num_pending + info.num_ack_pending
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true
    this.#pulling?.stop()
    await this.#loop
  }

  async #run(): Promise<void> {
    const { log, from, link } = this.#setting
    while (!this.#stopped) {
      if (!link.isConnected()) {
        await pause(AWAY_MS)
        continue
      }
      try {
        await askForLostFacts(this.#setting)
        await this.#pull()
      } catch (err) {
        if (this.#stopped) return
        // Until the keeper has set it up again.
        const isMissing = err instanceof JetStreamApiError && err.status === 404
        if (!isMissing) log.warn({ err, from }, 'bus not readable; trying again')
        await pause(isMissing ? AWAY_MS : RECOVER_MS)
      }
    }
  }

  async #pull(): Promise<void> {
    const { js, from, listener } = this.#setting
    const consumer = await js.consumers.get(streamOf(from), listener)
    this.#pulling = await consumer.fetch(PULL)
    for await (const message of this.#pulling) await this.#handle(message)
  }

  async #handle(message: JsMsg): Promise<void> {
    const incoming: Incoming = {
      stream: this.#setting.from,
      subject: message.subject,
      body: message.data,
      traceparent: header(message, TRACE),
    }
    const stillWorking = setInterval(() => message.working(), ACK_WAIT_MS / 3)
    const settled = await withTrace(incoming.traceparent, () =>
      inSpan({ name: `hear ${incoming.subject}`, kind: 'consumer', attributes: NATS }, () =>
        this.#settle(incoming, message.info.deliveryCount > 1),
      ),
    )
    clearInterval(stillWorking)
    if (settled) message.ack()
    else message.nak()
  }

  /**
   * In place rather than by a negative acknowledgement, so that the facts behind keep their order; bounded, so that they wait
   * a few seconds for a poisonous one, but for ever while the database itself is away. False: stopped before.
   * A fact that comes again was not finished by whoever had it before, and that counts as a failed try.
   */
  async #settle(message: Incoming, isUnfinished: boolean): Promise<boolean> {
    const { database, log } = this.#setting
    let hasFailed = isUnfinished
    let tries = 0
    let reason = 'never finished'
    for (let pauses = 0; !this.#stopped; pauses += 1) {
      try {
        if (hasFailed) tries = await countFailedTry(database, message)
        hasFailed = false
        if (tries >= MOST_TRIES) return await this.#park(message, reason)
        const verdict = await applyEvent(database, this.#setting.listeners, message)
        if (verdict.kind === 'unusable') return await this.#park(message, verdict.reason)
        if (tries > 0) await forgetFailedTries(database, message)
        countHeard(message.stream, verdict.kind)
        return true
      } catch (err) {
        const transient = isTransient(err)
        log.warn({ err, subject: message.subject, tries, transient }, 'fact not applied')
        countHeard(message.stream, 'failed')
        if (!transient) {
          hasFailed = true
          reason = err instanceof Error ? err.name : 'fault'
        }
        await pause(Math.min(FIRST_BACKOFF_MS * 2 ** pauses, MOST_BACKOFF_MS))
      }
    }
    return false
  }

  async #park(message: Incoming, reason: string): Promise<true> {
    const { database, log } = this.#setting
    await park(database, message, reason)
    await forgetFailedTries(database, message)
    countHeard(message.stream, 'parked')
    log.error({ subject: message.subject, reason }, 'message parked')
    return true
  }
}

const countHeard = counter('bus_facts_heard_total')

/**
 * A stream that is not the one seen before, or is shorter than it was, has lost facts: its producer publishes them again.
 * So does a stream whose beginning has expired, for a consumer born later.
 */
async function askForLostFacts<T>(setting: Setting<T>): Promise<void> {
  const { manager, database, from, call, log } = setting
  const info = await manager.streams.info(streamOf(from))
  const { rows } = await sql<{
    created: string
    lastSeq: number
  }>`select created, last_seq as "lastSeq" from seen_streams where stream = ${from}`.execute(database.db)
  const [seen] = rows
  const lost = seen
    ? seen.created !== info.created || info.state.last_seq < seen.lastSeq
    : info.state.first_seq > 1
  if (lost) {
    const outcome = await call(replayOutboxOf(from), { since: null }, { deadlineMs: REPLAY_MS })
    log.warn(
      { from, events: outcome.ok ? outcome.value.events : 0 },
      'stream lacks facts; asked for a replay',
    )
  }
  await sql`
    insert into seen_streams (stream, created, last_seq) values (${from}, ${info.created}, ${info.state.last_seq})
    on conflict (stream) do update set created = excluded.created, last_seq = excluded.last_seq`.execute(
    database.db,
  )
}
