import { setTimeout as pause } from 'node:timers/promises'
import { done, type Service } from '@asaichi/contract/define.ts'
import {
  CLOCK_SUBJECT,
  getTownClock,
  listParkedOf,
  progressOf,
  replayOutboxOf,
  replayParkedOf,
  TownTime,
} from '@asaichi/contract/town.ts'
import type { Clock } from '@asaichi/service/clock.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Database } from '@asaichi/store/database.ts'
import { dueProgress } from '@asaichi/store/due-work.ts'
import type { MigrationFolder } from '@asaichi/store/migrate.ts'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { applyEvent, type Listener } from './apply-event.ts'
import { type Call, caller } from './call.ts'
import { Consumer } from './consumer.ts'
import { type Incoming, listParked, replayParked } from './parked.ts'
import { replayOutbox, startRelay, unsentCount } from './relay.ts'
import { type Serve, Server } from './serve.ts'
import { ensureStream } from './topology.ts'
import { decode } from './wire.ts'

export const busTables: MigrationFolder = { name: 'bus', folder: new URL('../migrations/', import.meta.url) }

/** What a process without a database has: it can ask. */
export type Asking = { readonly call: Call; readonly isConnected: () => boolean } & AsyncDisposable

/** What a service has: it asks, answers, and hears facts; its outbox is relayed as long as it lives. */
export type Bus<Tables> = Asking & {
  readonly serve: Serve
  readonly listen: (from: Service, listeners: readonly Listener<Tables>[]) => void
}

type BusSetting = { readonly url: string; readonly name: string; readonly clock: Clock; readonly log: Log }

export async function connectAsking(
  setting: BusSetting,
): Promise<Asking & { readonly serve: Serve; readonly broadcast: (subject: string, text: string) => void }> {
  const connection = await open(setting)
  const call = caller(connection)
  const server = new Server(connection, setting.log)
  await followTownClock(connection, call, setting)
  return {
    call,
    serve: server.serve,
    broadcast: (subject, text) => connection.publish(subject, text),
    isConnected: () => !connection.isClosed(),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await connection.drain().catch(() => undefined)
    },
  }
}

/** `busy` lets a service name work of its own (mails to send) that the town's clock should wait for. */
export async function connectBus<Tables>(
  setting: BusSetting & {
    readonly service: Service
    readonly database: Database<Tables>
    readonly busy?: () => Promise<boolean>
  },
): Promise<Bus<Tables>> {
  const { service, database, log } = setting
  const connection = await open(setting)
  const call = caller(connection)
  const server = new Server(connection, log)
  const js = jetstream(connection)
  const manager = await jetstreamManager(connection, { checkAPI: false })
  const consumers: Consumer<Tables>[] = []
  const listening: Listening<Tables>[] = []
  await followTownClock(connection, call, setting)
  const asserting = new Asserting(() => ensureStream(manager, service))
  const relay = await startRelay(database, js, log)

  serveUpkeep({ service, database, server, consumers, listening, busy: setting.busy ?? (async () => false) })

  return {
    call,
    serve: server.serve,
    listen(from, listeners) {
      listening.push({ from, listeners })
      consumers.push(new Consumer({ from, listener: service, listeners, database, js, manager, call, log }))
    },
    isConnected: () => !connection.isClosed(),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await Promise.all(consumers.map(consumer => consumer[Symbol.asyncDispose]()))
      await relay[Symbol.asyncDispose]()
      await asserting[Symbol.asyncDispose]()
      await connection.drain().catch(() => undefined)
    },
  }
}

type Listening<Tables> = { readonly from: Service; readonly listeners: readonly Listener<Tables>[] }

/** The questions every service answers about its own deliveries. */
function serveUpkeep<Tables>(of: {
  readonly service: Service
  readonly database: Database<Tables>
  readonly server: Server
  readonly consumers: readonly Consumer<Tables>[]
  readonly listening: readonly Listening<Tables>[]
  readonly busy: () => Promise<boolean>
}): void {
  const { service, database, server, consumers, listening } = of
  server.serve(progressOf(service), async () => {
    const due = await dueProgress(database.db)
    const waiting = await Promise.all(consumers.map(consumer => consumer.pending()))
    const busy =
      due.overdue ||
      (await unsentCount(database)) > 0 ||
      waiting.some(count => count > 0) ||
      (await of.busy())
    return done({ nextDueAt: due.nextDueAt, busy })
  })
  server.serve(replayOutboxOf(service), async () => done({ events: await replayOutbox(database) }))
  server.serve(listParkedOf(service), async () => done({ items: [...(await listParked(database))] }))
  server.serve(replayParkedOf(service), async ({ id }) => {
    const again = (message: Incoming) => {
      const listeners = listening.find(each => each.from === message.stream)?.listeners ?? []
      return applyEvent(database, listeners, message).then(
        verdict => verdict.kind === 'applied',
        () => false,
      )
    }
    return done(await replayParked(database, again, id))
  })
}

function open(setting: BusSetting): Promise<NatsConnection> {
  return connect({
    servers: setting.url,
    name: setting.name,
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    pingInterval: 5_000,
    maxPingOut: 2,
    noEcho: false,
  })
}

/** In the demo and in tests every process follows the town's clock; with a real clock nobody listens. */
async function followTownClock(
  connection: NatsConnection,
  call: Call,
  { clock, log }: BusSetting,
): Promise<void> {
  if (!clock.movable) return
  connection.subscribe(CLOCK_SUBJECT, {
    callback: (error, message) => {
      const time = error ? undefined : TownTime.safeParse(readJson(message.data)).data
      if (time) clock.set(time)
      else log.warn('clock message not readable')
    },
  })
  const outcome = await call(getTownClock, {}, { deadlineMs: 1_000 }).catch(() => undefined)
  if (outcome?.ok) clock.set(outcome.value)
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return decode(bytes)
  } catch {
    return undefined
  }
}

/** Streams can be wiped under us and nothing recreates them by itself, so each producer asserts its own again and again (M8). */
class Asserting implements AsyncDisposable {
  readonly #stop = new AbortController()
  readonly #loop: Promise<void>

  constructor(assert: () => Promise<void>) {
    this.#loop = this.#run(assert)
  }

  async #run(assert: () => Promise<void>): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const fine = await assert().then(
        () => true,
        () => false,
      )
      await pause(fine ? 5_000 : 250, undefined, { signal: this.#stop.signal }).catch(() => undefined)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort()
    await this.#loop
  }
}
