import type { Service } from '@asaichi/contract/define.ts'
import { CLOCK_SUBJECT, getTownClock, type OutboxService, TownTime } from '@asaichi/contract/town/town.ts'
import type { Clock } from '@asaichi/service/clock.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Database } from '@asaichi/store/database.ts'
import type { MigrationFolder } from '@asaichi/store/migrate.ts'
import { type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import type { Listener } from './apply-event.ts'
import { startAsserting } from './asserting.ts'
import { type Call, caller } from './call.ts'
import { Consumer } from './consumer.ts'
import { watchDeliveries } from './figures.ts'
import { type LinkSetting, openLink } from './link.ts'
import { startRelay } from './relay.ts'
import { acknowledgedPlace, replayLost } from './replay.ts'
import { type Serve, Server } from './serve.ts'
import { streamOf } from './topology.ts'
import { serveUpkeep } from './upkeep.ts'
import { waitAtMost } from './wait-at-most.ts'
import { decode } from './wire.ts'

export const busTables: MigrationFolder = { name: 'bus', folder: new URL('../migrations/', import.meta.url) }

/** What a process without a database has: it can ask. */
export type Asking = { readonly call: Call; readonly isConnected: () => boolean } & AsyncDisposable

/** What a service has: it asks, answers, and hears facts; its outbox is relayed as long as it lives. */
export type Bus<Tables> = Asking & {
  readonly serve: Serve
  readonly listen: (from: Service, listeners: readonly Listener<Tables>[]) => void
  /** Until whoever asks finds what has been served so far. */
  readonly untilKnown: () => Promise<void>
  /** Takes no new question and finishes the ones at hand, while all they need is still there. */
  readonly stopAnswering: () => Promise<void>
}

type BusSetting = LinkSetting & { readonly clock: Clock; readonly log: Log }

const API_MS = 3_000
const STOP_MS = 2_000

export async function connectAsking(
  setting: BusSetting,
): Promise<Asking & { readonly serve: Serve; readonly broadcast: (subject: string, text: string) => void }> {
  const link = await openLink(setting)
  const call = caller(link)
  const server = new Server(link.connection, setting.log)
  await followTownClock(link.connection, call, setting)
  return {
    call,
    serve: server.serve,
    broadcast: (subject, text) => link.connection.publish(subject, text),
    isConnected: link.isConnected,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await link[Symbol.asyncDispose]()
    },
  }
}

/** `busy` lets a service name work of its own (mails to send) that the town's clock should wait for. */
export async function connectBus<Tables>(
  setting: Omit<BusSetting, 'party'> & {
    readonly service: OutboxService
    readonly database: Database<Tables>
    readonly busy?: () => Promise<boolean>
  },
): Promise<Bus<Tables>> {
  const { service, database, log, busy = async () => false } = setting
  const link = await openLink({ ...setting, party: service })
  const call = caller(link)
  const server = new Server(link.connection, log)
  const js = jetstream(link.connection, { timeout: API_MS })
  const manager = await jetstreamManager(link.connection, { checkAPI: false, timeout: API_MS })
  const listening = new Map<Service, { listeners: readonly Listener<Tables>[]; consumer: Consumer<Tables> }>()
  await followTownClock(link.connection, call, setting)
  const asserting = startAsserting(() => tellWhatIsLost(manager, service, database))
  link.onReconnect(asserting.wake)
  const relay = await startRelay({ database, js, link, log })
  serveUpkeep({ service, database, serve: server.serve, listening, busy })
  watchDeliveries({
    database,
    unheard: () =>
      Promise.all(
        [...listening].map(async ([from, { consumer }]) => [from, await consumer.pending()] as const),
      ),
  })
  return {
    call,
    serve: server.serve,
    listen(from, listeners) {
      if (listening.has(from)) throw new Error(`One consumer reads ${from}: name all its facts in one listen`)
      if (listeners.some(({ event }) => event.service !== from))
        throw new Error(`Not all are facts of ${from}`)
      const consumer = new Consumer({
        from,
        listener: service,
        listeners,
        database,
        js,
        manager,
        link,
        call,
        log,
      })
      listening.set(from, { listeners, consumer })
    },
    isConnected: link.isConnected,
    untilKnown: () => server.untilKnown(),
    stopAnswering: () => server[Symbol.asyncDispose](),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      const consumers = [...listening.values()].map(({ consumer }) => consumer)
      const ended = Promise.all([...consumers, relay, asserting].map(loop => loop[Symbol.asyncDispose]()))
      // With the connection closed, what still waits for an absent server gives up.
      await waitAtMost(STOP_MS, ended)
      await link[Symbol.asyncDispose]()
      await ended
    },
  }
}

// Streams are the keeper's to set up; one that is not there yet, or is shorter than it was, is the producer's to notice.
async function tellWhatIsLost<Tables>(
  manager: JetStreamManager,
  service: Service,
  database: Database<Tables>,
): Promise<void> {
  // Read before the stream is, because meanwhile the relay goes on.
  const given = await acknowledgedPlace(database)
  const { state } = await manager.streams.info(streamOf(service))
  if (state.last_seq < given) await replayLost(database)
}

/** In the demo and in tests every process follows the town's clock; with a real clock nobody listens. */
async function followTownClock(
  connection: NatsConnection,
  call: Call,
  { clock, log }: Pick<BusSetting, 'clock' | 'log'>,
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
