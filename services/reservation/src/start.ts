import { type Parts, startService } from '@asaichi/bus/start-service.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { attach, dueHandlers } from './bus.ts'
import type { Config } from './config.ts'
import { createDeskMetrics } from './desk/desk-metrics.ts'
import { Desks } from './desk/desks.ts'
import { ReceiptWriter } from './desk/receipt-writer.ts'
import { isPlacing, startDrawPlacer } from './draw-placer.ts'
import { createPoolSeeds, type PoolSeeds } from './pool-seeds.ts'
import { ListingIndex } from './store/copies.ts'
import { giveBack } from './store/days.ts'
import { insertBatches } from './store/receipt-batches.ts'
import type { Tables } from './store/schema.ts'
import { decideBatch } from './verbs/decide-batch.ts'

const migrations = { name: 'reservation', folder: new URL('./store/migrations/', import.meta.url) }

export function startReservation(config: Config, log: Log): Promise<Running> {
  const seeds = createPoolSeeds(config.SECRET_KEY)
  return startService<Tables>({
    service: 'reservation',
    config,
    log,
    migrations,
    dueHandlers: dueHandlers(seeds),
    busy: isPlacing,
    attach: async parts => {
      const { database, db, bus } = parts
      await using opened = new AsyncDisposableStack()
      const receipts = opened.use(
        new ReceiptWriter({
          insert: batches => insertBatches(db, batches),
          onError: err => log.warn({ err }, 'receipts could not be written'),
        }),
      )
      const desks = opened.use(openDesks({ ...parts, seeds }, receipts, log))
      opened.use(await database.listen(`${database.schema}_freed`, () => desks.forgetAll()))
      attach({ db, bus, log, desks, seeds, listings: new ListingIndex(db) })
      opened.use(await startDrawPlacer(database, bus.call, log))
      return opened.move()
    },
  })
}

function openDesks(
  { db, clock, seeds }: Parts<Tables> & { readonly seeds: PoolSeeds },
  receipts: ReceiptWriter,
  log: Log,
): Desks {
  return new Desks({
    decide: batch => decideBatch({ db, seeds }, batch),
    giveBack: (day, unused) => giveBack(db, day, unused),
    receipts,
    clock,
    metrics: createDeskMetrics(),
    onError: err => log.warn({ err }, 'a desk met trouble'),
  })
}
