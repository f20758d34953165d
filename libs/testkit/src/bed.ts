import { randomBytes } from 'node:crypto'
import { connectAsking } from '@asaichi/bus/bus.ts'
import type { Call } from '@asaichi/bus/call.ts'
import { startKeeper } from '@asaichi/bus/keeper.ts'
import type { Serve } from '@asaichi/bus/serve.ts'
import { ORDINARY_MORNING } from '@asaichi/calendar/trial-days.ts'
import { done } from '@asaichi/contract/define.ts'
import { ALL_SERVICES, getTownClock, type OutboxService } from '@asaichi/contract/town/town.ts'
import { TownClock } from '@asaichi/servers/town-clock.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog, type Log } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { bootstrap } from '@asaichi/store/bootstrap.ts'
import pg from 'pg'
import { OwnDatabase } from './own-database.ts'
import { Recorder } from './recorder.ts'
import { RestartableNats } from './restartable-nats.ts'
import { type BedEnv, serviceConfig } from './service-config.ts'

/**
 * What a service's tests stand on: a database of its own, a bus of its own, a clock that begins on an ordinary morning and can
 * be set, and all facts recorded.
 */
export type Bed = {
  readonly call: Call
  /** Answers for a neighbour that is not started, by its own contract. */
  readonly serve: Serve
  readonly facts: Recorder
  readonly adminUrl: string
  readonly clock: TownClock
  readonly config: (service: OutboxService) => BedEnv
  /** Starts a service in this process; the bed closes it. The answer closes it earlier. */
  readonly start: (
    service: OutboxService,
    starter: (config: BedEnv, log: Log) => Promise<Running>,
  ) => Promise<Running>
  /** Sets the clock and waits until the started services have done what became due. `hold` by default: a test looks at instants. */
  readonly at: (instant: string, options?: { readonly hold?: boolean }) => Promise<void>
  /** Waits until the producer's facts are published and every started service has applied what there is. */
  readonly quiet: (producer?: { readonly sent: () => Promise<void> }) => Promise<void>
  readonly sql: <Row extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly Row[]>
  readonly nats: RestartableNats
} & AsyncDisposable

export async function startBed(): Promise<Bed> {
  const stack = new AsyncDisposableStack()
  const { url: adminUrl } = stack.use(await OwnDatabase.create())
  const databases = await bootstrap({
    url: adminUrl,
    passwords: Object.fromEntries(ALL_SERVICES.map(service => [service, newKey()])),
    movableClock: true,
    clockStart: { now: ORDINARY_MORNING },
  })
  const nats = stack.use(await RestartableNats.open())
  const log = createLog('test', process.env['TEST_LOG'] ?? 'silent')
  stack.use(await startKeeper({ nats: nats.envOf('keeper') }))
  const tester = nats.envOf('tester')
  const bus = stack.use(
    await connectAsking({ nats: tester, party: 'tester', clock: createClock('real'), log }),
  )
  const started = new Set<{ readonly service: OutboxService }>()
  const clock = stack.use(
    new TownClock({ databaseUrl: adminUrl, bus, services: () => [...started].map(each => each.service) }),
  )
  bus.serve(getTownClock, async () => done(await clock.now()))
  const facts = stack.use(await Recorder.start(tester))
  const config = configurer(nats, { adminUrl, databases })
  return {
    call: bus.call,
    serve: bus.serve,
    facts,
    adminUrl,
    clock,
    config,
    async start(service, starter) {
      const running = await starter(config(service), log)
      const own = { service }
      started.add(own)
      return stack.use({
        isReady: running.isReady,
        async [Symbol.asyncDispose]() {
          // The clock waits for who is there.
          started.delete(own)
          await running[Symbol.asyncDispose]()
        },
      })
    },
    async at(instant, options = {}) {
      await clock.moveTo(instant, { hold: options.hold ?? true })
    },
    async quiet(producer) {
      await producer?.sent()
      await clock.settled()
    },
    sql: asking(adminUrl, stack),
    nats,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

function newKey(): string {
  return randomBytes(32).toString('hex')
}

type Databases = { readonly adminUrl: string; readonly databases: Readonly<Record<string, string>> }

function configurer(nats: RestartableNats, { adminUrl, databases }: Databases): Bed['config'] {
  const secrets = new Map(ALL_SERVICES.map(service => [service, newKey()]))
  return service =>
    serviceConfig({
      MIGRATE_URL: adminUrl,
      DATABASE_URL: databases[service] ?? '',
      SECRET_KEY: secrets.get(service) ?? '',
      ...nats.envOf(service),
    })
}

function asking(adminUrl: string, stack: AsyncDisposableStack): Bed['sql'] {
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 })
  admin.on('error', () => undefined)
  stack.defer(() => admin.end())
  return async (text, values = []) => (await admin.query(text, [...values])).rows
}
