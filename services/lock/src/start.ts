import { startService } from '@asaichi/bus/start-service.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { attach, dueHandlers } from './bus.ts'
import type { Config } from './config.ts'
import { watchDoors } from './figures.ts'
import { lockSecrets } from './lock-secrets.ts'
import { type Conversation, talkToLocks } from './mqtt/talk-to-locks.ts'
import type { Tables } from './store/schema.ts'

const migrations = { name: 'lock', folder: new URL('./store/migrations/', import.meta.url) }

export function startLock(config: Config, log: Log): Promise<Running> {
  const secrets = lockSecrets(config.LOCK_MASTER_KEY)
  let conversation: Conversation | undefined
  return startService<Tables>({
    service: 'lock',
    config,
    log,
    migrations,
    dueHandlers: dueHandlers(secrets),
    busy: async () => (await conversation?.isBusy()) ?? false,
    attach({ database, db, bus, clock }) {
      attach({ db, bus, log, secrets, isGatewayUp: () => conversation?.isUp() ?? false })
      watchDoors(db)
      conversation = talkToLocks({
        url: config.MQTT_URL,
        caFile: config.MQTT_TLS_CA,
        clock,
        database,
        log,
        secrets,
      })
      return conversation
    },
  })
}
