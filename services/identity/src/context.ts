import type { Bus } from '@asaichi/bus/bus.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { FactorVault } from './factor-vault.ts'
import type { PasswordPool } from './passwords/password-pool.ts'
import type { Secrets } from './secrets.ts'
import type { Tables } from './store/schema.ts'

export type Context = {
  readonly db: Kysely<Tables>
  readonly bus: Bus<Tables>
  readonly log: Log
  readonly passwords: PasswordPool
  readonly secrets: Secrets
  readonly factors: FactorVault
}
