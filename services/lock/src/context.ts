import type { Bus } from '@asaichi/bus/bus.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { LockSecrets } from './lock-secrets.ts'
import type { Tables } from './store/schema.ts'

export type Context = {
  readonly db: Kysely<Tables>
  readonly bus: Bus<Tables>
  readonly log: Log
  readonly secrets: LockSecrets
}

/** What a verb needs that works with digits inside somebody else's transaction. */
export type SecretWork = { readonly tx: Transaction<Tables>; readonly secrets: LockSecrets }
