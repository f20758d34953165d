import type { OutboxService } from '@asaichi/contract/town/town.ts'
import { type Clock, createClock } from '@asaichi/service/clock.ts'
import type { ServiceEnv } from '@asaichi/service/env.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { type Database, openDatabase } from '@asaichi/store/database.ts'
import { type DueHandler, dueWorkTables, startDueWork } from '@asaichi/store/due-work.ts'
import { type MigrationFolder, migrate, untilMigrated } from '@asaichi/store/migrate.ts'
import { sql } from 'kysely'
import { type Bus, busTables, connectBus } from './bus.ts'

export type Parts<Tables> = {
  readonly database: Database<Tables>
  readonly db: Database<Tables>['db']
  readonly bus: Bus<Tables>
  readonly clock: Clock
}

/** What every service with its own schema does between its configuration and its first answer, and back again at the end. */
export async function startService<Tables>(options: {
  readonly service: OutboxService
  readonly config: ServiceEnv
  readonly log: Log
  readonly migrations: MigrationFolder
  readonly dueHandlers: Readonly<Record<string, DueHandler<Tables>>>
  /** Registers questions and facts; may answer something to close with the service. */
  readonly attach: (parts: Parts<Tables>) => AsyncDisposable | void | Promise<AsyncDisposable | void>
  readonly poolMax?: number
  readonly busy?: (database: Database<Tables>) => Promise<boolean>
}): Promise<Running> {
  const { service, config, log, busy } = options
  const stack = new AsyncDisposableStack()
  const database = stack.use(
    openDatabase<Tables>(config.DATABASE_URL, {
      schema: service,
      max: options.poolMax ?? 10,
      onError: err => log.warn({ err }, 'database connection lost'),
    }),
  )
  const migrations = [busTables, dueWorkTables, options.migrations]
  if (config.MIGRATE_URL) await migrate(config.MIGRATE_URL, service, migrations)
  await untilMigrated(database, migrations)
  const clock = createClock(config.TOWN_CLOCK)
  const bus = stack.use(
    await connectBus({
      nats: config,
      service,
      database,
      clock,
      log,
      ...(busy && { busy: () => busy(database) }),
    }),
  )
  const attached = await options.attach({ database, db: database.db, bus, clock })
  if (attached) stack.use(attached)
  stack.use(
    startDueWork({
      database,
      handlers: options.dueHandlers,
      onMove: clock.onMove,
      onError: (err, kind) => log.error({ err, kind }, 'due work failed'),
    }),
  )
  await bus.untilKnown()
  // Registered last and so done first: a question at hand still needs all of the above.
  stack.defer(() => bus.stopAnswering())
  return {
    isReady: async () => {
      await sql`select 1`.execute(database.db)
      return bus.isConnected()
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
