import { startAuditAnchor } from '@asaichi/audit/anchor.ts'
import { anchoredSeals, startSealing } from '@asaichi/audit/seal-acts.ts'
import { startService } from '@asaichi/bus/start-service.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { attach, dueHandlers } from './bus.ts'
import type { Config } from './config.ts'
import { openFactorVault } from './factor-vault.ts'
import { PASSWORD_WORK, PasswordPool, type PoolSize } from './passwords/password-pool.ts'
import { createSecrets } from './secrets.ts'
import type { Tables } from './store/schema.ts'

/** Acts are many, and reading the file of heads again has a price. */
const ANCHOR_MS = 10_000

const migrations = { name: 'identity', folder: new URL('./store/migrations/', import.meta.url) }

export async function startIdentity(
  config: Config,
  log: Log,
  passwordWork: PoolSize = PASSWORD_WORK,
): Promise<Running> {
  const passwords = new PasswordPool(passwordWork)
  const secrets = createSecrets(config.SECRET_KEY)
  const factors = openFactorVault(config.SECRET_KEY)
  const service = await startService<Tables>({
    service: 'identity',
    config,
    log,
    migrations,
    dueHandlers,
    attach: ({ db, bus }) => {
      attach({ db, bus, log, passwords, secrets, factors })
      const stack = new AsyncDisposableStack()
      const file = config.AUDIT_ANCHOR_FILE
      stack.use(startAuditAnchor(anchoredSeals(db), log, { file, everyMs: ANCHOR_MS }))
      // Ends before the head is copied for the last time.
      stack.use(startSealing(db, log))
      return stack
    },
  })
  return {
    isReady: service.isReady,
    // Last, because questions at hand are finished first and may be waiting for a hash.
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]()
      await passwords[Symbol.asyncDispose]()
    },
  }
}
