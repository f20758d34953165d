import { startService } from '@asaichi/bus/start-service.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { attach, dueHandlers } from './bus.ts'
import type { Config } from './config.ts'
import type { Tables } from './store/schema.ts'

const migrations = { name: 'lottery', folder: new URL('./store/migrations/', import.meta.url) }

export function startLottery(config: Config, log: Log): Promise<Running> {
  return startService<Tables>({
    service: 'lottery',
    config,
    log,
    migrations,
    dueHandlers,
    attach: ({ db, bus }) => attach({ db, bus, log }),
  })
}
