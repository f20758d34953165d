import { startService } from '@asaichi/bus/start-service.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { attach } from './bus.ts'
import type { Config } from './config.ts'
import { watchMails } from './figures.ts'
import { openMailer } from './mailer.ts'
import { startSender } from './sender.ts'
import { hasUntriedMail } from './store/mails.ts'
import type { Tables } from './store/schema.ts'

const migrations = { name: 'notification', folder: new URL('./store/migrations/', import.meta.url) }

export function startNotification(config: Config, log: Log): Promise<Running> {
  return startService<Tables>({
    service: 'notification',
    config,
    log,
    migrations,
    dueHandlers: {},
    busy: ({ db }) => hasUntriedMail(db),
    attach: ({ database, db, bus, clock }) => {
      const publicUrl = config.PUBLIC_URL.replace(/\/+$/, '')
      attach({ bus, db, clock, publicUrl })
      watchMails(db)
      return startSender({ db, bus, log, clock, mailer: openMailer(config), publicUrl }, database)
    },
  })
}
