import { startService } from '@asaichi/bus/start-service.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { attach, dueHandlers } from './bus.ts'
import type { Config } from './config.ts'
import { Desks } from './desk.ts'
import { isPlacing, startDrawPlacer } from './draw-placer.ts'
import { ListingIndex } from './store/copies.ts'
import type { Tables } from './store/schema.ts'
import { decideBatch } from './verbs/decide-batch.ts'

const migrations = { name: 'reservation', folder: new URL('./store/migrations/', import.meta.url) }

export function startReservation(config: Config, log: Log): Promise<Running> {
  return startService<Tables>({
    service: 'reservation',
    config,
    log,
    migrations,
    dueHandlers,
    busy: isPlacing,
    attach: async ({ database, db, bus }) => {
      const desks = new Desks((day, attempts) => decideBatch(db, day, attempts))
      attach({ db, bus, log, desks, listings: new ListingIndex(db) })
      return startDrawPlacer(database, bus.call, log)
    },
  })
}
