import { busTables, connectBus } from '@asaichi/bus/bus.ts'
import { unsentCount } from '@asaichi/bus/replay.ts'
import type { OutboxService } from '@asaichi/contract/town/town.ts'
import { createClock } from '@asaichi/service/clock.ts'
import type { ServiceEnv } from '@asaichi/service/env.ts'
import { createLog } from '@asaichi/service/log.ts'
import { openDatabase, type Transaction } from '@asaichi/store/database.ts'
import { dueWorkTables } from '@asaichi/store/due-work.ts'
import { migrate } from '@asaichi/store/migrate.ts'
import { eventually } from './eventually.ts'

export type Producer = {
  readonly publish: (record: (tx: Transaction<unknown>) => Promise<void>) => Promise<void>
  /** Resolves when everything told so far is on the bus. */
  readonly sent: () => Promise<void>
} & AsyncDisposable

/** Stands in for a neighbour that tells facts: its real outbox and relay, without its rules. */
export async function startProducer(
  bed: { readonly config: (service: OutboxService) => ServiceEnv },
  service: OutboxService,
): Promise<Producer> {
  const config = bed.config(service)
  const stack = new AsyncDisposableStack()
  const database = stack.use(openDatabase<unknown>(config.DATABASE_URL, { schema: service, max: 4 }))
  if (config.MIGRATE_URL) await migrate(config.MIGRATE_URL, service, [busTables, dueWorkTables])
  stack.use(
    await connectBus({
      nats: config,
      service,
      database,
      clock: createClock('real'),
      log: createLog(service, 'silent'),
    }),
  )
  return {
    publish: record => database.db.transaction().execute(record),
    sent: () =>
      eventually(async () => {
        if ((await unsentCount(database)) > 0) throw new Error('facts not sent yet')
      }),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
