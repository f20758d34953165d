import { startService } from '@asaichi/bus/start-service.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { attach } from './bus.ts'
import type { Config } from './config.ts'
import { createReadyCalendars } from './ready-calendars.ts'
import { createReadyRooms } from './ready-rooms.ts'
import type { Tables } from './store/schema.ts'

const migrations = { name: 'catalog', folder: new URL('./store/migrations/', import.meta.url) }

export function startCatalog(config: Config, log: Log): Promise<Running> {
  return startService<Tables>({
    service: 'catalog',
    config,
    log,
    migrations,
    dueHandlers: {},
    attach: ({ db, bus }) =>
      attach({ db, bus, log, calendars: createReadyCalendars(), rooms: createReadyRooms() }),
  })
}
